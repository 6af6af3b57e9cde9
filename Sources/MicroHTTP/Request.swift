/// A request, as the handler sees it. It can't outlive the handler's call: take what a deferred answer needs out of it.
public struct Request: ~Copyable {
    let connection: Connection

    /// The method. libmicrohttpd leaves the body out of answers to HEAD: answer them as GET.
    public let method: Method

    init(_ connection: Connection, method: Method) {
        self.connection = connection
        self.method = method
    }

    /// The path as received, without the query: nothing decoded, `..` and `%2e` untouched; visible ASCII only.
    public var path: String { String(decoding: connection.path, as: UTF8.self) }

    /// Calls `body` with the path's bytes: what `path` gives, without making a String.
    public func withPath<Result>(_ body: (Span<UInt8>) throws -> Result) rethrows -> Result {
        let path = connection.path
        return try body(path.span)
    }

    /// The first query item of this name, percent-decoded (`+` is a space) and valid UTF-8. Nil when there is none;
    /// empty for `?name` and `?name=`.
    public func query(_ name: String) -> String? { connection.query.first { $0.name == name }?.value }

    /// All query items in order, decoded.
    public var queryItems: [(name: String, value: String)] { connection.query }

    /// The first header of this name (letter case doesn't matter).
    public func header(_ name: String) -> String? {
        var name = name
        return name.withUTF8 { connection.header(UnsafeRawBufferPointer($0)) }
            .map { String(decoding: $0, as: UTF8.self) }
    }

    /// The body, whole.
    public var body: [UInt8] { connection.body }

    /// What names this request in the log and in error messages.
    public var id: RequestID { connection.id }

    /// Whether it came over TLS to this server.
    public var isSecure: Bool { connection.core.configuration.tls != nil }

    /// The Host header.
    public var host: String? { header("Host") }

    /// The id of the last event that the client of an event stream received before it lost the connection.
    public var lastEventID: String? { header("Last-Event-ID") }

    /// Where the client is, for limits that are shared by all who are there: its IPv4 address, or the 64 bits of its IPv6 address that one
    /// subscriber has, in hexadecimal. Personal data: not for logs. Empty when the system doesn't say.
    public var network: String { connection.network.map { String($0, radix: 16) }.joined(separator: ".") }

    /// The header's value in the connection's memory, valid during the handler's call.
    func headerBytes(_ name: StaticString) -> UnsafeBufferPointer<UInt8>? { connection.header(name) }
}
