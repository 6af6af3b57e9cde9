import CMicroHTTPD

/// What is sent back: status, headers and body.
///
/// An ordinary response belongs to one request and carries its `X-Request-Id`. A response made with `shared: true` is
/// prepared once for any number of requests, on any threads, at the cost of none; it can't carry the request's id.
public final class Response: Sendable {
    /// The HTTP status.
    public let status: Int
    /// Headers besides those libmicrohttpd adds: Date, Content-Length, Connection, Transfer-Encoding.
    public let headers: [(name: String, value: String)]
    /// The body; for HEAD only its length is sent.
    public let body: Body

    // nonisolated(unsafe): a constant. libmicrohttpd guards a response's reference count with the response's own mutex
    // and doesn't write anything else in it once it has its headers, which it has before init returns.
    private nonisolated(unsafe) let prepared: OpaquePointer?

    /// - Parameters:
    ///   - headers: a header whose name or value holds a control character (a line break…) is refused by libmicrohttpd
    ///     and
    ///     left out, so that no input can split a response.
    ///   - shared: prepare it now, to be sent many times.
    public init(status: Int, headers: [(name: String, value: String)] = [], body: Body = .empty, shared: Bool = false) {
        self.status = status
        self.headers = headers
        self.body = body
        prepared = shared ? Response.make(headers: headers, body: body) : nil
    }

    deinit {
        if let prepared { MHD_destroy_response(prepared) }
    }

    /// Plain text in UTF-8.
    public static func text(_ text: String, status: Int = 200) -> Response {
        Response(status: status, headers: [("Content-Type", "text/plain; charset=utf-8")], body: Body(text))
    }

    /// Queues the response. Called on the connection's own thread, in its access callback.
    func queue(on connection: OpaquePointer, id: RequestID, closing: Bool) -> MHD_Result {
        if let prepared { return MHD_queue_response(connection, UInt32(status), prepared) }
        guard let response = Response.make(headers: headers, body: body) else { return .NO }
        defer { MHD_destroy_response(response) }
        MHD_add_response_header(response, "X-Request-Id", id.description)
        if closing { MHD_add_response_header(response, "Connection", "close") }
        return MHD_queue_response(connection, UInt32(status), response)
    }

    /// A libmicrohttpd response that keeps the body's owner alive until it is destroyed; nil when there is no memory.
    private static func make(headers: [(name: String, value: String)], body: Body) -> OpaquePointer? {
        let address = UnsafeMutableRawPointer(mutating: body.base)
        let response: OpaquePointer?
        if let owner = body.owner {
            let retained = Unmanaged.passRetained(owner)
            response = MHD_create_response_from_buffer_with_free_callback_cls(
                body.count, address, releaseOwner, retained.toOpaque())
            if response == nil { retained.release() }
        } else {
            response = MHD_create_response_from_buffer(0, address, .RESPMEM_PERSISTENT)
        }
        guard let response else { return nil }
        for header in headers { MHD_add_response_header(response, header.name, header.value) }
        return response
    }
}

private let releaseOwner: MHD_ContentReaderFreeCallback = { owner in
    if let owner { Unmanaged<AnyObject>.fromOpaque(owner).release() }
}
