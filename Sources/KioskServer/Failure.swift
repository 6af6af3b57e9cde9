import Foundation
import MicroHTTP
import Reception
import Register

/// An answer that isn't what was asked for: what is wrong, and how to go on. The only place that maps errors to HTTP.
struct Failure: Error {
    let status: Int
    let code: String
    let message: String
    let hint: String
    /// For what people are told; nil where only programs ask.
    var french: Wording?
    var language = MessageLanguage.english
    /// Which of several things handed in it is about, from 0.
    var index: Int?
    var headers: [(name: String, value: String)] = []

    typealias Wording = (message: String, hint: String)

    static let notFound = Failure(
        status: 404, code: "not_found", message: "There is nothing at this address.",
        hint: "Start from / or from /api/v1/{lang}/catalogue, which names every place.")

    static let noTile = Failure(
        status: 404, code: "not_found", message: "There is no such tile.",
        hint: "Ask /api/v1/map for the map that is there now.")

    static let damagedMap = Failure(
        status: 500, code: "damaged_map", message: "The map's file can't give this tile.",
        hint: "Copy the map into content/map/ again.")

    static func methodNotAllowed(_ allowed: [Request.Method]) -> Failure {
        let names = allowed.map(\.rawValue).joined(separator: ", ")
        return Failure(
            status: 405, code: "method_not_allowed", message: "This address doesn't take this method.",
            hint: "Use \(names).", headers: [("Allow", names)])
    }

    static let notJSON = Failure(
        status: 415, code: "unsupported_media_type", message: "The body isn't announced as JSON.",
        hint: "Send it with Content-Type: application/json.")

    static let tooManyTroubles = Failure(
        status: 429, code: "too_many_troubles", message: "More goes wrong than the log can hold.",
        hint: "Send one of them again later, not all.", headers: [("Retry-After", "5")])

    static let stopping = Failure(
        status: 503, code: "stopping", message: "The server is stopping.", hint: "Try again in a moment.",
        french: ("Le serveur s’arrête.", "Réessayez dans un instant."), headers: [("Retry-After", "2")])

    /// - Parameter unexpected: told of an error that nobody foresaw, which is logged and never shown.
    init(_ error: any Error, unexpected: (any Error) -> Void) {
        switch error {
        case let failure as Failure:
            self = failure
        case let refusal as Reception.Refusal:
            self.init(refusal, status: Self.status(of: refusal.code))
        case let refusal as MicroHTTP.Refusal:
            let retry: [(name: String, value: String)] = refusal.status == 503 ? [("Retry-After", "2")] : []
            self.init(
                status: refusal.status, code: refusal.code, message: refusal.message, hint: refusal.hint,
                headers: retry)
        case let error as RegisterError:
            self.init(error)
        default:
            unexpected(error)
            self.init(
                status: 500, code: "internal", message: "Something went wrong inside the server.",
                hint: "Try again; if it lasts, look for the request's id in the server's log.",
                french: (
                    "Quelque chose a échoué dans le serveur.",
                    "Réessayez ; si cela dure, prévenez qui s’occupe du serveur."
                ))
        }
    }

    /// What a person or a screen handed in and can't be kept.
    init(_ refusal: Reception.Refusal, status: Int, index: Int? = nil) {
        self.init(status: status, code: refusal.code.rawValue, message: refusal.message, hint: refusal.hint)
        let wording = refusal.wording(in: .french)
        french = (wording.message, wording.hint)
        self.index = index
    }

    private static func status(of code: Reception.Refusal.Code) -> Int {
        switch code {
        case .noticeTextInvalid, .noticePlacesInvalid, .noticePeriodInvalid: 422
        case .noticeUnknown, .factUnknown: 404
        case .noticeWasChanged, .noticeIsOver, .factAmbiguous: 409
        default: 400
        }
    }

    private init(_ error: RegisterError) {
        self.init(
            status: error.retryAfter == nil && error != .closed ? 500 : 503, code: error.code,
            message: error.message, hint: error.hint,
            french: error.french, headers: [("Retry-After", String(error.retryAfter ?? 2))])
    }

    init(
        status: Int, code: String, message: String, hint: String, french: Wording? = nil,
        headers: [(name: String, value: String)] = []
    ) {
        self.status = status
        self.code = code
        self.message = message
        self.hint = hint
        self.french = french
        self.headers = headers
    }

    /// The same, in the language of whoever asked.
    func told(in language: MessageLanguage) -> Failure {
        var failure = self
        failure.language = language
        return failure
    }

    /// The one form of errors, `Error` in docs/openapi.yaml.
    func response(id: RequestID) -> Response {
        let wording: Wording = language == .french ? french ?? (message, hint) : (message, hint)
        let document = Document(
            error: .init(
                code: code, message: wording.message, hint: wording.hint, requestID: id.description, index: index))
        return .json(document, status: status, headers: headers)
    }

    private struct Document: Encodable {
        struct Detail: Encodable {
            let code: String
            let message: String
            let hint: String
            let requestID: String
            let index: Int?
        }
        let error: Detail
    }
}

extension RegisterError {
    /// For whoever stands at a counter: what is in the way, without the server's folders.
    fileprivate var french: Failure.Wording {
        switch self {
        case .diskFull:
            (
                "Le disque du serveur est plein : rien n’a été enregistré.",
                "Prévenez qui s’occupe du serveur : il faut y faire de la place."
            )
        case .readOnly:
            (
                "Le serveur ne peut pas écrire sur son disque : rien n’a été enregistré.",
                "Prévenez qui s’occupe du serveur."
            )
        default:
            (
                "Le serveur ne peut rien enregistrer en ce moment.",
                "Gardez ce que vous vouliez enregistrer et réessayez dans un instant ; si cela dure, prévenez qui s’occupe du serveur."
            )
        }
    }
}

extension Response {
    /// A document that may not be kept by anybody.
    static func json(
        _ document: some Encodable, status: Int = 200, headers: [(name: String, value: String)] = []
    ) -> Response {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        encoder.keyEncodingStrategy = .convertToSnakeCase
        let body = (try? encoder.encode(document)) ?? Data()
        return Response(
            status: status,
            headers: SecurityHeaders.api
                + [("Content-Type", "application/json"), ("Cache-Control", "no-store")] + headers,
            body: Body(Array(body)))
    }
}
