import Foundation
import Logging
import MicroHTTP
import Native
import Reception
import Register
import Synchronization

/// What is announced at this moment, ready to be sent, and told to the screens whenever it changes: because somebody wrote
/// at the desk, because a notice begins, or because one is over.
///
/// The desk's command writes to the same database from a process of its own, of which SQLite tells nothing: the board
/// looks every quarter of a second whether there is a new row, which takes some microseconds.
final class NoticeBoard: Sendable {
    private struct State {
        /// The newest row that was read; nil before the first look.
        var lastRead: Int64?
        /// What is announced now or will be.
        var toCome: [Notice] = []
        var shown: [Notice] = []
        var event: ServerSentEvent
        var response: Response
        var isFailing = false
    }

    /// How often it looks.
    static let interval = Duration.milliseconds(250)

    private let register: Register
    private let events: EventHub
    private let logger: Logger
    private let isPlace: @Sendable (String) -> Bool
    private let state: Mutex<State>

    /// Reads what is announced.
    /// - Parameter isPlace: whether the catalogue has a place of this slug.
    /// - Throws: what kept the register from being read.
    init(register: Register, events: EventHub, logger: Logger, isPlace: @escaping @Sendable (String) -> Bool) throws {
        self.register = register
        self.events = events
        self.logger = logger
        self.isPlace = isPlace
        let (event, response) = Self.prepare([])
        state = Mutex(State(event: event, response: response))
        try state.withLock { _ = try read(&$0, at: .now) }
    }

    /// How many notices are announced.
    var count: Int { state.withLock { $0.shown.count } }

    /// The answer to `GET /api/v1/notices`.
    var response: Response { state.withLock { $0.response } }

    /// A stream of events that begins with `first` and what is announced, and misses no change after that.
    func subscribe(first: [ServerSentEvent]) -> EventStream {
        state.withLock { events.subscribe(missed: first + [$0.event]) }
    }

    /// Looks again and again until the task is cancelled.
    func watch() async {
        while !Task.isCancelled {
            look(at: .now)
            try? await Task.sleep(for: Self.interval)
        }
    }

    /// Tells the screens what has changed since the last look. What can't be read stays as it was, and is said once.
    func look(at now: Instant) {
        state.withLock { state in
            do {
                let isNew = try read(&state, at: now)
                if state.isFailing { logger.info("notices are read again") }
                state.isFailing = false
                // Under the lock: a screen that connects meanwhile gets it too.
                if isNew { events.publish(event: state.event.name, id: state.event.id, data: state.event.data) }
            } catch {
                if !state.isFailing { logger.error("notices can't be read, those shown stay: \(error)") }
                state.isFailing = true
            }
        }
    }

    /// Whether what is announced has changed.
    private func read(_ state: inout State, at now: Instant) throws -> Bool {
        let last = try register.lastNotice()
        if last != state.lastRead {
            state.toCome = try register.noticesToCome(at: now)
            state.lastRead = last
        }
        let shown = state.toCome.filter { $0.isShown(at: now) }
        guard shown != state.shown else { return false }
        let before = state.shown
        state.shown = shown
        (state.event, state.response) = Self.prepare(shown)
        for notice in shown where !before.contains(notice) { tellUnknownPlaces(of: notice) }
        return true
    }

    /// Screens show such a notice where they know its places, if any: better than everywhere.
    private func tellUnknownPlaces(of notice: Notice) {
        let unknown = notice.places.filter { !isPlace($0) }
        guard !unknown.isEmpty else { return }
        logger.warning("notice \(notice.id) names places that the catalogue hasn't: \(unknown.joined(separator: ", "))")
    }

    private static func prepare(_ notices: [Notice]) -> (ServerSentEvent, Response) {
        let response = Response.json(NoticeList(notices: notices.map { NoticeDocument($0) }))
        let json = response.body.withBytes { String(decoding: $0.withUnsafeBytes(Array.init), as: UTF8.self) }
        return (ServerSentEvent(name: "notices", id: String(Hash.of(json).hex.prefix(16)), data: json), response)
    }
}
