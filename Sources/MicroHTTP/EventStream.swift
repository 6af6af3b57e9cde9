import CMicroHTTPD

/// One client's open stream of events, made by `EventHub.subscribe`. Return it from the handler in `.stream`.
///
/// While there is nothing to send the connection sleeps. A client that doesn't read loses the stream once more than the
/// hub's `maxQueuedBytes` wait for it; browsers then connect again by themselves, with `Last-Event-ID`.
public final class EventStream: Sendable {
    private struct State {
        var queue: [Body] = []
        var queuedBytes = 0
        var offset = 0
        var sent = 0
        var isClosed = false
        var isAsleep = false
        var connection: Connection?
    }

    private let state: Lock<State>
    private let maxQueuedBytes: Int
    private let subscribers: EventHub.Subscribers

    init(_ subscribers: EventHub.Subscribers, first: [Body], maxQueuedBytes: Int) {
        self.subscribers = subscribers
        self.maxQueuedBytes = maxQueuedBytes
        var state = State()
        state.queue = first
        state.queuedBytes = first.reduce(0) { $0 + $1.count }
        self.state = Lock(state)
    }

    var sentBytes: Int { state.withLock { $0.sent } }

    /// Adds to what is to be sent, and wakes the connection. False when the stream is closed, or full and closed by
    /// that.
    func push(_ bytes: Body) -> Bool {
        state.withLock { state in
            guard !state.isClosed else { return false }
            state.queue.append(bytes)
            state.queuedBytes += bytes.count
            if state.queuedBytes > maxQueuedBytes {
                state.queue = []
                state.offset = 0
                state.isClosed = true
            }
            EventStream.wake(&state)
            return !state.isClosed
        }
    }

    /// Ends the stream after what is queued.
    public func close() {
        state.withLock { state in
            state.isClosed = true
            EventStream.wake(&state)
        }
    }

    /// A sleeping connection can't be closed by libmicrohttpd, so that its handle is good here; the lock is held so
    /// that the server doesn't stop in between.
    private static func wake(_ state: inout State) {
        guard state.isAsleep, let connection = state.connection else { return }
        state.isAsleep = false
        MHD_resume_connection(connection.handle)
    }

    private static let headers = [
        (name: "Content-Type", value: "text/event-stream"), (name: "Cache-Control", value: "no-store"),
        (name: "X-Accel-Buffering", value: "no"),
    ]

    /// What a stream begins with, alone.
    static let head = Response(status: 200, headers: headers)

    /// The libmicrohttpd response that reads this stream; nil if the stream belongs to another request already.
    func attach(to connection: Connection) -> OpaquePointer? {
        let isNew = state.withLock { state in
            guard state.connection == nil, state.sent == 0 else { return false }
            state.connection = connection
            return true
        }
        guard isNew else { return nil }
        let retained = Unmanaged.passRetained(self)
        guard
            let response = MHD_create_response_from_callback(
                UInt64.max, 16384, readStream, retained.toOpaque(), releaseStream)
        else {
            retained.release()
            return nil
        }
        for (name, value) in EventStream.headers { MHD_add_response_header(response, name, value) }
        MHD_add_response_header(response, "X-Request-Id", connection.id.description)
        return response
    }

    /// The request is over.
    func detach() {
        state.withLock { state in
            state.connection = nil
            state.isAsleep = false
            state.isClosed = true
            state.queue = []
        }
        subscribers.remove(self)
    }

    /// Fills `buffer`: bytes written, 0 after putting the connection to sleep, -1 at the end.
    fileprivate func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
        state.withLock { state in
            var written = 0
            while written < buffer.count, let first = state.queue.first {
                let count = min(first.count - state.offset, buffer.count - written)
                UnsafeMutableRawBufferPointer(rebasing: buffer[written...]).copyMemory(
                    from: UnsafeRawBufferPointer(rebasing: first.bytes[state.offset..<state.offset + count]))
                written += count
                state.offset += count
                if state.offset == first.count {
                    state.queue.removeFirst()
                    state.offset = 0
                }
            }
            state.queuedBytes -= written
            state.sent += written
            if written > 0 { return written }
            if state.isClosed { return -1 }
            guard let connection = state.connection else { return -1 }
            state.isAsleep = true
            MHD_suspend_connection(connection.handle)
            return 0
        }
    }
}

private let readStream: MHD_ContentReaderCallback = { context, _, buffer, count in
    guard let context, let buffer else { return -1 }
    return Unmanaged<EventStream>.fromOpaque(context).takeUnretainedValue()
        .read(into: UnsafeMutableRawBufferPointer(start: buffer, count: count))
}

private let releaseStream: MHD_ContentReaderFreeCallback = { context in
    if let context { Unmanaged<EventStream>.fromOpaque(context).release() }
}
