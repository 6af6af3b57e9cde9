import CMicroHTTPD
import Glibc

/// One client's connection and the request it is at. It is made when libmicrohttpd accepts the connection and handed
/// back as the context of every callback, so that a request on a kept-alive connection allocates nothing.
///
/// `@unchecked Sendable`: the plain variables are touched only by the libmicrohttpd thread that owns the connection,
/// inside its callbacks; what other threads reach is `progress` (atomic) and `waiting` (its mutex).
final class Connection: @unchecked Sendable {
    /// What the next call of the access callback is for.
    private enum Step {
        case headers, body, wakeUp, nothing
    }

    private struct Waiting {
        var sleeper: RequestID?
        var answer: PendingReply.Answer?
        var stream: EventStream?
    }

    let core: ServerCore
    let handle: OpaquePointer
    let number: UInt64
    let socket: Int32

    private(set) var id: RequestID
    private(set) var query: [(name: String, value: String)] = []
    private(set) var body: [UInt8] = []
    private var step = Step.nothing
    private var method: Request.Method?
    private var target: UnsafePointer<CChar>?
    private var targetCount = 0
    private var pathCount = 0
    private var refusal: Refusal?
    private var bytesDiscarded = 0
    private var bytesToSend = 0
    private var startedAt: UInt64 = 0
    private var loggedPath = AccessLog.Path()

    let progress = Progress()
    private let waiting = Lock(Waiting())

    init(core: ServerCore, handle: OpaquePointer, number: UInt64) {
        self.core = core
        self.handle = handle
        self.number = number
        socket = cmhd_socket(handle)
        id = RequestID(connection: number, rank: 0)
    }

    /// The path's bytes, in the connection's memory: valid from `open` to `complete`.
    var path: UnsafeBufferPointer<UInt8> {
        target.map {
            UnsafeBufferPointer(start: UnsafeRawPointer($0).assumingMemoryBound(to: UInt8.self), count: pathCount)
        } ?? UnsafeBufferPointer(start: nil, count: 0)
    }

    /// The bytes of the client's address that say which network it is in; see `Request.network`.
    var network: [UInt8] {
        guard let address = cmhd_client_address(handle) else { return [] }
        switch Int32(address.pointee.sa_family) {
        case AF_INET:
            return UnsafeRawPointer(address).withMemoryRebound(to: sockaddr_in.self, capacity: 1) {
                withUnsafeBytes(of: $0.pointee.sin_addr, Array.init)
            }
        case AF_INET6:
            let bytes = UnsafeRawPointer(address).withMemoryRebound(to: sockaddr_in6.self, capacity: 1) {
                withUnsafeBytes(of: $0.pointee.sin6_addr, Array.init)
            }
            // ::ffff:192.0.2.1 is how a socket for both families sees IPv4.
            let isIPv4 = bytes.starts(with: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 255, 255])
            return Array(isIPv4 ? bytes.suffix(4) : bytes.prefix(8))
        default:
            return []
        }
    }

    // MARK: - On the connection's own thread

    /// A header's value, in the connection's memory and followed by a NUL. The name is a StaticString, since passing a
    /// String to C may allocate.
    func header(_ name: StaticString) -> UnsafeBufferPointer<UInt8>? {
        header(UnsafeRawBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
    }

    func header(_ name: UnsafeRawBufferPointer) -> UnsafeBufferPointer<UInt8>? {
        var value: UnsafePointer<CChar>?
        var count = 0
        let key = name.baseAddress?.assumingMemoryBound(to: CChar.self)
        guard MHD_lookup_connection_value_n(handle, .HEADER_KIND, key, name.count, &value, &count) == .YES, let value
        else { return nil }
        return UnsafeBufferPointer(start: UnsafeRawPointer(value).assumingMemoryBound(to: UInt8.self), count: count)
    }

    /// The request line has come.
    func open(_ target: UnsafePointer<CChar>) {
        id = RequestID(connection: number, rank: id.rank &+ 1)
        startedAt = monotonicNanoseconds()
        step = .headers
        self.target = target
        targetCount = strlen(target)
        let bytes = UnsafeBufferPointer(
            start: UnsafeRawPointer(target).assumingMemoryBound(to: UInt8.self), count: targetCount)
        pathCount = bytes.firstIndex(of: UInt8(ascii: "?")) ?? targetCount
        if pathCount < targetCount {
            do throws(Refusal) {
                query = try QueryString.parse(UnsafeBufferPointer(rebasing: bytes[(pathCount + 1)...]))
            } catch {
                refusal = error
            }
            // Hidden from libmicrohttpd, which would parse it again; 0.9.75 never answers when the items fill its
            // memory. The text is in the connection's own buffer, which it splits in place too.
            let writable = UnsafeMutablePointer(mutating: target)
            for index in pathCount..<targetCount where bytes[index] == UInt8(ascii: "?") { writable[index] = 0 }
        }
        // Copied: when libmicrohttpd itself refuses a request, it reuses this memory before it tells the request's end.
        if core.configuration.accessLog != nil { loggedPath.set(path) }
        progress.enter(.receiving)
    }

    /// libmicrohttpd's access callback: once for the headers, then for each piece of the body, then for the answer.
    func access(
        method name: UnsafePointer<CChar>, version: UnsafePointer<CChar>, data: UnsafePointer<CChar>?,
        count: UnsafeMutablePointer<Int>
    ) -> MHD_Result {
        switch step {
        case .headers:
            step = .body
            method = Request.Method(name)
            if let refusal = refusal ?? refusalOfHeaders(version: version) {
                return queue(failed(refusal))
            }
            return .YES
        case .body:
            guard count.pointee > 0 else { return answer() }
            defer { count.pointee = 0 }
            return receive(UnsafeRawBufferPointer(start: data, count: count.pointee))
        case .wakeUp:
            guard let answer = waiting.withLock({ $0.answer.take() }) else { return .YES }
            return begin(answer)
        case .nothing:
            return .YES
        }
    }

    /// The request is over, however it ended.
    func complete(_ reason: MHD_RequestTerminationCode) {
        let (stream, untaken) = waiting.withLock { waiting in
            defer { waiting = Waiting() }
            return (waiting.stream, waiting.answer)
        }
        stream?.detach()
        if case .stream(let stream) = untaken { stream.detach() }
        let now = monotonicNanoseconds()
        core.configuration.accessLog?.append(
            path: loggedPath, id: id, method: method.logName, status: cmhd_status(handle),
            bytes: stream?.sentBytes ?? bytesToSend, microseconds: (now &- startedAt) / 1000,
            termination: progress.wasLate ? .REQUEST_TERMINATED_TIMEOUT_REACHED : reason)
        step = .nothing
        method = nil
        target = nil
        pathCount = 0
        refusal = nil
        bytesDiscarded = 0
        bytesToSend = 0
        if !body.isEmpty { body = [] }
        if !query.isEmpty { query = [] }
        progress.becomeIdle(at: now)
    }

    private func refusalOfHeaders(version: UnsafePointer<CChar>) -> Refusal? {
        let path = path
        guard path.first == UInt8(ascii: "/") || (path.count == 1 && path.first == UInt8(ascii: "*")),
            path.allSatisfy({ $0 > 0x20 && $0 < 0x7F })
        else { return .malformedTarget }
        // A NUL ends a C string, but the version follows the whole target in the same memory: a gap means a NUL.
        guard let target, UnsafeRawPointer(version) == UnsafeRawPointer(target) + targetCount + 1 else {
            return .malformedTarget
        }
        guard headerMemory <= core.configuration.maxHeaderBytes else {
            return .headersTooLong(limit: core.configuration.maxHeaderBytes)
        }
        if method != .get, method != .head,
            let length = header("Content-Length")?.baseAddress,
            strtoull(UnsafeRawPointer(length).assumingMemoryBound(to: CChar.self), nil, 10)
                > UInt64(core.configuration.maxBodyBytes)
        {
            return .bodyTooLarge(limit: core.configuration.maxBodyBytes)
        }
        return nil
    }

    /// What the headers take of the connection's memory. libmicrohttpd adds 64 bytes for each header, copies cookies to
    /// take them apart, and closes without a word when the answer's headers don't fit in what is left.
    private var headerMemory: Int {
        var count = Int(MHD_get_connection_values(handle, .HEADER_KIND, nil, nil))
        let cookies = header("Cookie")?.count ?? 0
        if cookies > 0 { count += Int(MHD_get_connection_values(handle, .COOKIE_KIND, nil, nil)) }
        return cmhd_header_size(handle) + 64 * count + cookies
    }

    private func receive(_ piece: UnsafeRawBufferPointer) -> MHD_Result {
        let limit = core.configuration.maxBodyBytes
        if bytesDiscarded == 0, body.count + piece.count <= limit {
            body.append(contentsOf: piece)
            return .YES
        }
        // A chunked body tells its length as it goes, and libmicrohttpd takes an answer only before or after a body:
        // what is a little too long is read to its end and answered 413, what goes on is cut.
        body = []
        bytesDiscarded += limit + piece.count
        return bytesDiscarded <= 4 * limit + 65_536 ? .YES : .NO
    }

    private func answer() -> MHD_Result {
        guard bytesDiscarded == 0 else {
            return queue(failed(Refusal.bodyTooLarge(limit: core.configuration.maxBodyBytes)))
        }
        guard let method else { return .NO }
        progress.enter(.answering)
        let outcome: Outcome
        do {
            outcome = try core.handler(Request(self, method: method))
        } catch {
            return queue(failed(error))
        }
        switch outcome {
        case .reply(let response):
            return queue(response)
        case .later(let pending):
            step = .wakeUp
            if let answer = pending.bind(to: self, id) { return begin(answer) }
            return .YES
        case .stream(let stream):
            return start(stream)
        }
    }

    private func begin(_ answer: PendingReply.Answer) -> MHD_Result {
        switch answer {
        case .response(let response): queue(response)
        case .stream(let stream): start(stream)
        }
    }

    private func queue(_ response: Response) -> MHD_Result {
        step = .nothing
        bytesToSend = method == .head || response.status == 304 ? 0 : response.body.count
        return response.queue(on: handle, id: id, closing: core.isDraining)
    }

    private func start(_ stream: EventStream) -> MHD_Result {
        guard method != .head else {
            // libmicrohttpd would write the last chunk of a stream whose head alone was asked for, before the next answer.
            stream.detach()
            return queue(EventStream.head)
        }
        guard let response = stream.attach(to: self) else { return queue(failed(Refusal.replyDropped)) }
        defer { MHD_destroy_response(response) }
        step = .nothing
        waiting.withLock { $0.stream = stream }
        progress.enter(.streaming)
        if core.isDraining { stream.close() }
        return MHD_queue_response(handle, 200, response)
    }

    // MARK: - From any thread

    /// The response for an error of this request.
    func failed(_ error: any Error) -> Response { core.mapError(error, id) }

    /// Suspends the connection until `wake`. Returns an answer instead when the server is stopping.
    func sleep(_ id: RequestID) -> Response? {
        let sleeps = waiting.withLock { waiting in
            guard !core.isStopping else { return false }
            waiting.sleeper = id
            MHD_suspend_connection(handle)
            return true
        }
        return sleeps ? nil : failed(Refusal.stopping)
    }

    /// Answers the request if it still sleeps. A sleeping connection can't be closed by libmicrohttpd, so that `handle`
    /// is good here; the lock is held so that the server doesn't stop in between.
    /// False when nobody sleeps there any more.
    @discardableResult
    func wake(_ id: RequestID, with answer: PendingReply.Answer) -> Bool {
        waiting.withLock { waiting in
            guard waiting.sleeper == id else { return false }
            waiting.sleeper = nil
            waiting.answer = answer
            MHD_resume_connection(handle)
            return true
        }
    }

    /// Answers 503 to a request that still sleeps.
    func wakeStopping() {
        guard let sleeper = waiting.withLock({ $0.sleeper }) else { return }
        wake(sleeper, with: .response(core.mapError(Refusal.stopping, sleeper)))
    }

    /// Ends the event stream, if there is one.
    func closeStream() {
        waiting.withLock { $0.stream }?.close()
    }
}
