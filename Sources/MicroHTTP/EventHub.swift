/// Where events are published and streams subscribe: server-sent events
/// (https://html.spec.whatwg.org/multipage/server-sent-events.html).
public final class EventHub: Sendable {
    private let subscribers = Subscribers()
    private let maxQueuedBytes: Int
    private let heart: BackgroundThread

    /// - Parameters:
    ///   - heartbeat: how often a comment is sent on every stream, so that proxies keep it open and a client that went
    ///     away
    ///     is noticed. At least a millisecond.
    ///   - maxQueuedBytes: what may wait for one slow client before its stream is closed.
    public init(heartbeat: Duration = .seconds(15), maxQueuedBytes: Int = 65_536) {
        self.maxQueuedBytes = maxQueuedBytes
        let subscribers = subscribers
        let milliseconds = Int32(clamping: heartbeat / .milliseconds(1) < 1 ? 1 : Int(heartbeat / .milliseconds(1)))
        heart = BackgroundThread {
            let comment = Body(": \n\n")
            while !subscribers.isClosed {
                subscribers.wakeUp.wait(milliseconds: milliseconds)
                subscribers.push(comment)
            }
        }
    }

    deinit { close() }

    /// Sends an event to every open stream. Never waits for a client.
    public func publish(event name: String? = nil, id: String? = nil, data: String) {
        subscribers.push(ServerSentEvent(name: name, id: id, data: data).encoded)
    }

    /// A new stream, that begins with the `missed` events: those published since `request.lastEventID`, when the
    /// application keeps them. It begins with a comment, so that the client sees at once that it is connected.
    public func subscribe(missed: [ServerSentEvent] = []) -> EventStream {
        let stream = EventStream(
            subscribers, first: [Body(": open\n\n")] + missed.map(\.encoded), maxQueuedBytes: maxQueuedBytes)
        subscribers.add(stream)
        return stream
    }

    /// How many streams are open.
    public var count: Int { subscribers.all.count }

    /// Ends every stream, now and those to come.
    public func close() {
        subscribers.close()
        heart.join()
    }

    /// The open streams. Apart from the hub, so that its thread and its streams don't keep the hub alive.
    final class Subscribers: Sendable {
        private struct State {
            var streams: [ObjectIdentifier: EventStream] = [:]
            var isClosed = false
        }

        private let state = Lock(State())
        let wakeUp = WakeUp()

        var isClosed: Bool { state.withLock { $0.isClosed } }

        var all: [EventStream] { state.withLock { Array($0.streams.values) } }

        func add(_ stream: EventStream) {
            let isClosed = state.withLock { state in
                if !state.isClosed { state.streams[ObjectIdentifier(stream)] = stream }
                return state.isClosed
            }
            if isClosed { stream.close() }
        }

        func remove(_ stream: EventStream) {
            _ = state.withLock { $0.streams.removeValue(forKey: ObjectIdentifier(stream)) }
        }

        /// Not under the lock: waking a connection takes libmicrohttpd's own lock.
        func push(_ bytes: Body) {
            for stream in all where !stream.push(bytes) { remove(stream) }
        }

        func close() {
            let streams = state.withLock { state in
                defer { state.streams = [:] }
                state.isClosed = true
                return state.streams.values
            }
            for stream in streams { stream.close() }
            wakeUp.wake()
        }
    }
}

/// One event, as the client's EventSource receives it.
public struct ServerSentEvent: Sendable {
    /// The event's type; nil is `message`.
    public let name: String?
    /// What the client sends back in `Last-Event-ID` when it connects again.
    public let id: String?
    /// The text; it may have several lines.
    public let data: String

    /// Line breaks in `name` and `id` would end the field: they are left out.
    public init(name: String? = nil, id: String? = nil, data: String) {
        self.name = name
        self.id = id
        self.data = data
    }

    /// The event on the wire, with its closing empty line.
    var encoded: Body {
        var text = ""
        if let id { text += "id: \(id.filter { !$0.isNewline && $0 != "\0" })\n" }
        if let name { text += "event: \(name.filter { !$0.isNewline })\n" }
        for line in data.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
            text += "data: \(line)\n"
        }
        return Body(text + "\n")
    }
}
