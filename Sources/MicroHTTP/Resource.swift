/// One body in up to three encodings, with all that HTTP lets a client ask of it: content negotiation, conditional
/// requests, ranges, HEAD.
///
/// Its responses are prepared at first use and shared from then on; a resource nobody asked for costs its fields only.
public final class Resource: Sendable {
    private let identity: Body
    private let gzip: Body?
    private let brotli: Body?
    private let etag: String
    private let contentType: String
    private let cacheControl: String
    private let extraHeaders: [(name: String, value: String)]
    private let prepared = LazyReference<Prepared>()

    /// - Parameters:
    ///   - etag: what names these bytes, without quotes: a hash of `identity` for instance. Each encoding's ETag is
    ///     made of
    ///     it. Visible ASCII without `"`.
    ///   - cacheControl: the Cache-Control header, for instance `no-cache` (keep it, but ask each time whether it
    ///     changed) or
    ///     `public, max-age=31536000, immutable`.
    ///   - headers: others that go with the body, for instance Content-Security-Policy.
    public init(
        identity: Body, gzip: Body? = nil, brotli: Body? = nil, etag: String, contentType: String,
        cacheControl: String = "no-cache", headers: [(name: String, value: String)] = []
    ) {
        precondition(
            etag.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\"") }, "an ETag of visible ASCII")
        self.identity = identity
        self.gzip = gzip
        self.brotli = brotli
        self.etag = etag
        self.contentType = contentType
        self.cacheControl = cacheControl
        extraHeaders = headers
    }

    /// The answer to a GET or HEAD: 200, 206, 304, 406 or 416. Whether the method is one of these is the caller's to
    /// check.
    public func answer(to request: borrowing Request) -> Response {
        let prepared = shared
        // A range is of the plain bytes: parts of a compressed body can't be shown by themselves.
        if request.method == .get, let range = request.headerBytes("Range") {
            let tag = tag(.identity)
            if let known = request.headerBytes("If-None-Match"), EntityTag.matches(known, tag) {
                return prepared.notModified(.identity, of: self)
            }
            let isCurrent = request.headerBytes("If-Range").map { $0.elementsEqual(tag.utf8) } ?? true
            if isCurrent, let range = ByteRange(range, count: identity.count) { return part(range) }
        }
        guard let encoding = encoding(for: request) else {
            let refusal = Refusal.notAcceptable.response
            return Response(
                status: refusal.status, headers: refusal.headers + [("Vary", "Accept-Encoding")], body: refusal.body)
        }
        if let known = request.headerBytes("If-None-Match"), EntityTag.matches(known, tag(encoding)) {
            return prepared.notModified(encoding, of: self)
        }
        return prepared.whole(encoding, of: self)
    }

    /// The whole body with a status of its own: a page that says what isn't there.
    public func answer(to request: borrowing Request, status: Int) -> Response {
        let encoding = encoding(for: request) ?? .identity
        var headers = extraHeaders + [("Content-Type", contentType), ("Cache-Control", "no-store")]
        if gzip != nil || brotli != nil { headers.append(("Vary", "Accept-Encoding")) }
        if let name = encoding.name { headers.append(("Content-Encoding", name)) }
        return Response(status: status, headers: headers, body: body(encoding))
    }

    private var shared: Prepared { prepared.get { Prepared() } }

    private func encoding(for request: borrowing Request) -> Encoding? {
        guard let header = request.headerBytes("Accept-Encoding") else { return .identity }
        return Encoding.choose(header, gzip: gzip != nil, brotli: brotli != nil)
    }

    private func tag(_ encoding: Encoding) -> String {
        switch encoding {
        case .identity: "\"\(etag)\""
        case .gzip: "\"\(etag)-gzip\""
        case .brotli: "\"\(etag)-br\""
        }
    }

    private func body(_ encoding: Encoding) -> Body {
        switch encoding {
        case .identity: identity
        case .gzip: gzip ?? .empty
        case .brotli: brotli ?? .empty
        }
    }

    /// What 200, 206 and 304 have in common.
    private func headers(_ encoding: Encoding) -> [(name: String, value: String)] {
        var headers = extraHeaders + [("ETag", tag(encoding)), ("Cache-Control", cacheControl)]
        if gzip != nil || brotli != nil { headers.append(("Vary", "Accept-Encoding")) }
        return headers
    }

    fileprivate func makeWhole(_ encoding: Encoding) -> Response {
        var headers = headers(encoding)
        headers.append(("Content-Type", contentType))
        if let name = encoding.name { headers.append(("Content-Encoding", name)) }
        if encoding == .identity { headers.append(("Accept-Ranges", "bytes")) }
        return Response(status: 200, headers: headers, body: body(encoding), shared: true)
    }

    fileprivate func makeNotModified(_ encoding: Encoding) -> Response {
        // With the body, which libmicrohttpd leaves out: a Content-Length in a 304 must be that of the 200 (RFC 9110,
        // 8.6).
        Response(status: 304, headers: headers(encoding), body: body(encoding), shared: true)
    }

    private func part(_ range: ByteRange) -> Response {
        switch range {
        case .part(let bytes):
            let content = "bytes \(bytes.lowerBound)-\(bytes.upperBound - 1)/\(identity.count)"
            return Response(
                status: 206,
                headers: headers(.identity) + [
                    ("Content-Type", contentType), ("Content-Range", content), ("Accept-Ranges", "bytes"),
                ], body: identity.slice(bytes))
        case .outside:
            return Response(
                status: 416, headers: headers(.identity) + [("Content-Range", "bytes */\(identity.count)")])
        }
    }

    /// The responses made so far. When two threads make one at once, the second is dropped.
    private final class Prepared: Sendable {
        private let wholeIdentity = LazyReference<Response>()
        private let wholeGzip = LazyReference<Response>()
        private let wholeBrotli = LazyReference<Response>()
        private let sameIdentity = LazyReference<Response>()
        private let sameGzip = LazyReference<Response>()
        private let sameBrotli = LazyReference<Response>()

        func whole(_ encoding: Encoding, of resource: Resource) -> Response {
            switch encoding {
            case .identity: wholeIdentity.get { resource.makeWhole(.identity) }
            case .gzip: wholeGzip.get { resource.makeWhole(.gzip) }
            case .brotli: wholeBrotli.get { resource.makeWhole(.brotli) }
            }
        }

        func notModified(_ encoding: Encoding, of resource: Resource) -> Response {
            switch encoding {
            case .identity: sameIdentity.get { resource.makeNotModified(.identity) }
            case .gzip: sameGzip.get { resource.makeNotModified(.gzip) }
            case .brotli: sameBrotli.get { resource.makeNotModified(.brotli) }
            }
        }
    }
}
