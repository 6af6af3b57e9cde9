import Logging
import MicroHTTP
import Reception

/// Makes answers of errors, wherever a request is answered: counted, and logged when nobody foresaw them.
struct FailureAnswers: Sendable {
    let traffic: Traffic
    let logger: Logger

    /// - Parameter language: of whoever asked, where that is known; else the error's own.
    func response(to error: any Error, id: RequestID, in language: MessageLanguage? = nil) -> Response {
        var failure = Failure(error) { logger.error("request \(id): \($0)") }
        if let language { failure.language = language }
        traffic.countFailure(failure.status)
        return failure.response(id: id)
    }
}
