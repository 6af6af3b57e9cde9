import CCurl

/// libcurl in Swift, as far as a desk needs it: one request at a time, with certificates always verified. The only module that sees its
/// pointers.
///
/// Connections are kept from one request to the next. Not for several threads.
public final class HTTPClient {
    /// How long a connection may take, in milliseconds.
    public static let connectionLimit = 500

    private var curl: ccurl
    private let multi: UnsafeMutableRawPointer
    private let easy: UnsafeMutableRawPointer
    private let authorities: [UInt8]

    /// A client that trusts the system's certificate authorities, and those of a PEM text.
    ///
    /// Throws `libraryMissing` when libcurl can't be loaded.
    public init(trusting authorities: String? = nil) throws(HTTPFailure) {
        var curl = ccurl()
        guard ccurl_load(&curl), let multi = curl.multi_init(), let easy = curl.easy_init() else {
            throw .libraryMissing
        }
        self.curl = curl
        self.multi = multi
        self.easy = easy
        self.authorities = authorities.map { Array($0.utf8) } ?? []
    }

    deinit {
        curl.easy_cleanup(easy)
        _ = curl.multi_cleanup(multi)
    }

    /// Sends a request and waits for its reply: at most `patience` until it begins, and a second at each pause of a long one.
    public func send(_ request: HTTPRequest, patience: Duration) throws(HTTPFailure) -> HTTPReply {
        var headers: UnsafeMutablePointer<curl_slist>?
        // Without it, libcurl would ask before it sends a body of over a megabyte, and wait a second for the answer.
        for line in request.headers.map({ "\($0.name): \($0.value)" }) + ["Expect:"] {
            headers = curl.slist_append(headers, line)
        }
        defer { curl.slist_free_all(headers) }
        let incoming = Incoming()
        curl.easy_reset(easy)
        guard set(request), ccurl_set_headers(&curl, easy, headers) == CURLE_OK,
            ccurl_set_receiver(&curl, easy, Incoming.take, Unmanaged.passUnretained(incoming).toOpaque()) == CURLE_OK,
            curl.multi_add_handle(multi, easy) == CURLM_OK
        else { throw .notAnAddress }
        defer { _ = curl.multi_remove_handle(multi, easy) }
        let code = try withExtendedLifetime(incoming) { () throws(HTTPFailure) in
            try wait(for: incoming, until: .now + patience)
        }
        guard code == CURLE_OK else { throw HTTPFailure(code, words(code)) }
        return HTTPReply(status: ccurl_status(&curl, easy), body: incoming.bytes)
    }

    private func set(_ request: HTTPRequest) -> Bool {
        let codes = [
            ccurl_set_text(&curl, easy, CURLOPT_URL, request.address),
            ccurl_set_text(&curl, easy, CURLOPT_PROTOCOLS_STR, "http,https"),
            ccurl_set_text(&curl, easy, CURLOPT_ACCEPT_ENCODING, ""),
            ccurl_set_number(&curl, easy, CURLOPT_SSL_VERIFYPEER, 1),
            ccurl_set_number(&curl, easy, CURLOPT_SSL_VERIFYHOST, 2),
            ccurl_set_number(&curl, easy, CURLOPT_CONNECTTIMEOUT_MS, Self.connectionLimit),
            ccurl_set_number(&curl, easy, CURLOPT_NOSIGNAL, 1),
            // A name that no resolver answers for is given up in time: the thread that still asks is left to itself.
            ccurl_set_number(&curl, easy, CURLOPT_QUICK_EXIT, 1),
            // A proxy is for what is far away.
            request.isToThisMachine ? ccurl_set_text(&curl, easy, CURLOPT_PROXY, "") : CURLE_OK,
            request.body.map { ccurl_set_body(&curl, easy, $0, $0.count) } ?? CURLE_OK,
            request.method.map { ccurl_set_text(&curl, easy, CURLOPT_CUSTOMREQUEST, $0) } ?? CURLE_OK,
            setAuthorities(),
        ]
        return codes.allSatisfy { $0 == CURLE_OK }
    }

    /// libcurl copies them; its structure merely isn't declared `const`.
    private func setAuthorities() -> CURLcode {
        guard !authorities.isEmpty else { return CURLE_OK }
        return authorities.withUnsafeBytes { bytes in
            ccurl_set_authorities(&curl, easy, UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count)
        }
    }

    private func words(_ code: CURLcode) -> String { curl.strerror(code).map { String(cString: $0) } ?? "" }

    private func wait(for incoming: Incoming, until deadline: ContinuousClock.Instant) throws(HTTPFailure) -> CURLcode {
        var deadline = deadline
        var heard = 0
        while true {
            var running: Int32 = 0
            guard curl.multi_perform(multi, &running) == CURLM_OK else { throw .unreachable("curl_multi_perform") }
            var code = CURLE_OK
            if ccurl_ended(&curl, multi, &code) { return code }
            if incoming.bytes.count > heard {
                heard = incoming.bytes.count
                deadline = .now + .seconds(1)
            }
            let left = ContinuousClock.now.duration(to: deadline)
            guard left > .zero else { throw .silent }
            let milliseconds = left.components.seconds * 1_000 + left.components.attoseconds / 1_000_000_000_000_000
            _ = curl.multi_poll(multi, nil, 0, Int32(milliseconds) + 1, nil)
        }
    }
}

/// What comes in, piece by piece.
private final class Incoming {
    var bytes: [UInt8] = []

    /// More is not what a server tells a desk.
    static let limit = 256 << 20

    /// Called by libcurl while `send` waits, on the same thread.
    static let take: @convention(c) (UnsafeMutablePointer<CChar>?, Int, Int, UnsafeMutableRawPointer?) -> Int = {
        piece, one, count, context in
        guard let piece, let context else { return 0 }
        let incoming = Unmanaged<Incoming>.fromOpaque(context).takeUnretainedValue()
        guard incoming.bytes.count + one * count <= limit else { return 0 }
        incoming.bytes.append(contentsOf: UnsafeRawBufferPointer(start: piece, count: one * count))
        return one * count
    }
}
