import Foundation
import Logging
import MicroHTTP
import Register
import Synchronization

/// What managers' pages listen to: that something was recorded, never what. Its figures are asked for like all others, by whoever is logged in
/// then: a stream that outlives its session tells nothing.
///
/// Desks and tills may write from processes of their own, so that it looks rather than listens, once a second and only while somebody is there.
final class LiveMarks: Sendable {
    static let interval = Duration.seconds(1)

    private let register: Register
    private let events: EventHub
    private let logger: Logger
    private let known = Mutex<RegisterMarks?>(nil)

    init(register: Register, events: EventHub = EventHub(), logger: Logger) {
        self.register = register
        self.events = events
        self.logger = logger
    }

    /// A stream that begins with how far everything has come.
    func subscribe() throws -> EventStream {
        let marks = try register.marks()
        return events.subscribe(missed: [ServerSentEvent(name: "recorded", data: Self.json(marks))])
    }

    /// Looks again and again until the task is cancelled.
    func watch() async {
        while !Task.isCancelled {
            if events.count > 0 { look() }
            try? await Task.sleep(for: Self.interval)
        }
    }

    private func look() {
        do {
            let marks = try register.marks()
            let isNew = known.withLock { known in
                defer { known = marks }
                return known != marks
            }
            if isNew { events.publish(event: "recorded", data: Self.json(marks)) }
        } catch {
            logger.error("what was recorded can't be read, managers' pages stand still: \(error)")
        }
    }

    /// `Recorded` in docs/openapi.yaml.
    private static func json(_ marks: RegisterMarks) -> String {
        "{\"desk\":\(marks.desk),\"screens\":\(marks.screens),\"till\":\(marks.till)}"
    }
}
