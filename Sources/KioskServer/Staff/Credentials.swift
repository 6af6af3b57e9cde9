import MicroHTTP

/// What a request shows to say who makes it.
enum Credentials: Sendable {
    /// A desk's token.
    case bearer(String)
    /// A browser's cookie, which it sends by itself, also when another site makes it ask.
    case cookie(String)

    static let cookieName = "vitrine_session"

    init?(_ request: borrowing Request) {
        if let header = request.header("Authorization") {
            let parts = header.split(separator: " ")
            guard parts.count == 2, parts[0].lowercased() == "bearer" else { return nil }
            self = .bearer(String(parts[1]))
        } else if let value = Self.cookie(in: request.header("Cookie") ?? "") {
            self = .cookie(value)
        } else {
            return nil
        }
    }

    var token: String {
        switch self {
        case .bearer(let token), .cookie(let token): token
        }
    }

    private static func cookie(in header: String) -> String? {
        for pair in header.split(separator: ";") {
            let parts = pair.split(separator: "=", maxSplits: 1)
            guard parts.count == 2, parts[0].drop(while: { $0 == " " }) == cookieName[...] else { continue }
            return String(parts[1])
        }
        return nil
    }
}

extension Request {
    /// Throws unless the page that asks is one of this server's: a browser shows its cookie to whoever makes it ask. What browsers say of the
    /// page that asks must fit, and JSON can't be sent from elsewhere without asking first.
    func requireOwnPage() throws {
        try requireJSON()
        if let site = header("Sec-Fetch-Site"), site != "same-origin" { throw Failure.foreignPage }
        guard let origin = header("Origin") else { return }
        guard let host, origin.lowercased().hasSuffix("://" + host.lowercased()) else { throw Failure.foreignPage }
    }

    /// Whether its browser came over TLS, to this server or to one before it; what a client says of itself here concerns it alone.
    var isOverTLS: Bool { isSecure || header("X-Forwarded-Proto") == "https" }
}
