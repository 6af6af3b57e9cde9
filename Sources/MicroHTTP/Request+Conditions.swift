/// What a client says it can take and what it has, for answers that aren't a `Resource`.
extension Request {
    /// Whether gzip is what the client would rather have, or as good as the plain bytes.
    public var prefersGzip: Bool {
        headerBytes("Accept-Encoding").map { Encoding.choose($0, gzip: true, brotli: false) == .gzip } ?? false
    }

    /// Whether its If-None-Match names this representation.
    /// - Parameter etag: with its quotes, as in the ETag header.
    public func has(etag: String) -> Bool {
        headerBytes("If-None-Match").map { EntityTag.matches($0, etag) } ?? false
    }
}
