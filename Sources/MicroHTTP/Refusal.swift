/// Why the server itself refuses a request. It goes through the same `mapError` as the handler's own errors.
public enum Refusal: Error, Hashable, Sendable {
    /// The body is longer than the limit, in bytes: 413.
    case bodyTooLarge(limit: Int)
    /// The request line and headers are longer than the limit, in bytes: 431.
    case headersTooLong(limit: Int)
    /// The request target isn't a path in visible ASCII: 400.
    case malformedTarget
    /// A query item isn't percent-encoded UTF-8, or holds a NUL: 400.
    case malformedQuery
    /// None of the encodings a resource has is acceptable to the client: 406.
    case notAcceptable
    /// The handler promised an answer and dropped it: 500.
    case replyDropped
    /// The server is stopping and the answer didn't come in time: 503.
    case stopping

    /// The HTTP status that tells it.
    public var status: Int {
        switch self {
        case .bodyTooLarge: 413
        case .headersTooLong: 431
        case .malformedTarget, .malformedQuery: 400
        case .notAcceptable: 406
        case .replyDropped: 500
        case .stopping: 503
        }
    }

    /// What a program can decide on; never changes.
    public var code: String {
        switch self {
        case .bodyTooLarge: "body_too_large"
        case .headersTooLong: "headers_too_long"
        case .malformedTarget: "malformed_target"
        case .malformedQuery: "malformed_query"
        case .notAcceptable: "not_acceptable"
        case .replyDropped: "reply_dropped"
        case .stopping: "stopping"
        }
    }

    /// What is wrong, for a person who writes a client.
    public var message: String {
        switch self {
        case .bodyTooLarge(let limit): "The body is longer than \(limit) bytes."
        case .headersTooLong(let limit): "The path and headers are longer than \(limit) bytes."
        case .malformedTarget: "The path holds a byte that a URL can't hold."
        case .malformedQuery: "The query isn't percent-encoded UTF-8."
        case .notAcceptable: "There is no representation in an encoding that Accept-Encoding allows."
        case .replyDropped: "The answer was lost inside the server."
        case .stopping: "The server is stopping."
        }
    }

    /// What to do next.
    public var hint: String {
        switch self {
        case .bodyTooLarge: "Send it in smaller parts."
        case .headersTooLong: "Send fewer or shorter headers."
        case .malformedTarget: "Percent-encode it."
        case .malformedQuery: "Encode each value as UTF-8, then percent-encode it."
        case .notAcceptable: "Accept gzip, br or identity."
        case .replyDropped: "Try again; if it lasts, look for the request's id in the log."
        case .stopping: "Try again in a moment."
        }
    }

    /// The refusal in plain text, with `Retry-After` where trying again helps.
    public var response: Response {
        var headers = [(name: "Content-Type", value: "text/plain; charset=utf-8")]
        if self == .stopping { headers.append(("Retry-After", "2")) }
        return Response(status: status, headers: headers, body: Body("\(message) \(hint)\n"))
    }
}
