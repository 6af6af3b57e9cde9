/// What is asked of a server: a GET, or a POST when there is a body, unless another method is named.
public struct HTTPRequest: Sendable {
    /// `https://…`, escaped.
    public var address: String
    /// Such as DELETE.
    public var method: String?
    /// Names and values, without line ends.
    public var headers: [(name: String, value: String)]
    /// Sent by POST.
    public var body: [UInt8]?
    /// Whether the server runs here, where no proxy stands between.
    public var isToThisMachine: Bool

    /// A request out of its parts.
    public init(
        _ address: String, method: String? = nil, headers: [(name: String, value: String)] = [],
        body: [UInt8]? = nil, isToThisMachine: Bool = false
    ) {
        self.address = address
        self.method = method
        self.headers = headers
        self.body = body
        self.isToThisMachine = isToThisMachine
    }
}

/// What it answered.
public struct HTTPReply: Sendable {
    /// 200…
    public let status: Int
    /// Decompressed.
    public let body: [UInt8]
}
