/// Names one request in the access log, in `X-Request-Id` and in error messages: the connection's number (counted from
/// a random start when the server was made) and the request's rank on it. It says nothing about who asks.
public struct RequestID: Hashable, Sendable, CustomStringConvertible {
    let connection: UInt64
    let rank: UInt32

    /// For instance `5f3a9c1b2e-17`: both numbers in hexadecimal.
    public var description: String { String(connection, radix: 16) + "-" + String(rank, radix: 16) }
}
