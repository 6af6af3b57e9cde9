import Glibc

extension Request {
    /// The methods of HTTP that a handler may answer.
    public enum Method: String, Sendable {
        case get = "GET"
        case head = "HEAD"
        case post = "POST"
        case put = "PUT"
        case patch = "PATCH"
        case delete = "DELETE"
        case options = "OPTIONS"
        /// Any other, known or made up: to be refused.
        case other = "-"

        init(_ name: UnsafePointer<CChar>) {
            // GET and POST first: nearly all requests, decided without a String.
            if strcmp(name, "GET") == 0 {
                self = .get
            } else if strcmp(name, "POST") == 0 {
                self = .post
            } else {
                self = Request.Method(rawValue: String(cString: name)) ?? .other
            }
        }
    }
}

extension Request.Method? {
    /// Unknown methods are whatever a client made up: they aren't written to the log.
    var logName: StaticString {
        switch self {
        case .get: "GET"
        case .head: "HEAD"
        case .post: "POST"
        case .put: "PUT"
        case .patch: "PATCH"
        case .delete: "DELETE"
        case .options: "OPTIONS"
        case .other, nil: "-"
        }
    }
}
