import Dispatch
import GRDB
import Reception
import Synchronization

/// Commits together all that waits: the more is asked, the more one sync of the disk carries. No timer.
final class GroupWriter: Sendable {
    typealias Completion = @Sendable (Result<Recorded, RegisterError>) -> Void

    private struct Request: Sendable {
        let rows: [InteractionRow]
        let completion: Completion
    }

    private struct State {
        var pending: [Request] = []
        var pendingEvents = 0
        var isWriting = false
        var isFinished = false
        var counters = Counters()
    }

    private let state = Mutex(State())
    private let queue = DispatchQueue(label: "register.writer", qos: .utility)
    private let pool: any DatabaseWriter
    private let queueLimit: Int

    /// One transaction takes no more, so that nobody waits for a huge one.
    private static let groupLimit = 8_000

    init(pool: any DatabaseWriter, queueLimit: Int) {
        self.pool = pool
        self.queueLimit = queueLimit
    }

    func write(_ rows: [InteractionRow], completion: @escaping Completion) {
        let refusal = state.withLock { state -> RegisterError? in
            if state.isFinished { return .closed }
            guard state.pendingEvents + rows.count <= queueLimit || state.pending.isEmpty else {
                state.counters.busy += 1
                return .busy(retryAfter: 1)
            }
            state.pending.append(Request(rows: rows, completion: completion))
            state.pendingEvents += rows.count
            if !state.isWriting {
                state.isWriting = true
                queue.async { self.writeAllPending() }
            }
            return nil
        }
        if let refusal { completion(.failure(refusal)) }
    }

    /// Takes no more, and returns when all that waits is written and answered: true the first time.
    func finish() -> Bool {
        let isFirst = state.withLock { state in
            defer { state.isFinished = true }
            return !state.isFinished
        }
        queue.sync {}
        return isFirst
    }

    /// Runs one transaction between two groups, and waits for it. Throws `closed` once finished: the connection may be
    /// gone by then.
    func betweenGroups<Result>(_ update: (Database) throws -> Result) throws -> Result {
        try queue.sync {
            guard !state.withLock({ $0.isFinished }) else { throw RegisterError.closed }
            return try pool.write(update)
        }
    }

    /// Runs one transaction between two groups, some time soon; what goes wrong in it is nobody's.
    func later(_ update: @escaping @Sendable (Database) throws -> Void) {
        queue.async {
            guard !self.state.withLock({ $0.isFinished }) else { return }
            try? self.pool.write(update)
        }
    }

    /// What the writer did so far, and how many events wait.
    var health: (counters: Counters, queued: Int) {
        state.withLock { ($0.counters, $0.pendingEvents) }
    }

    private func writeAllPending() {
        while let group = nextGroup() {
            let answers = commit(group)
            for (request, answer) in zip(group, answers) { request.completion(answer) }
        }
    }

    private func nextGroup() -> [Request]? {
        state.withLock { state in
            var events = 0
            let end = state.pending.firstIndex { request in
                defer { events += request.rows.count }
                return events > 0 && events + request.rows.count > Self.groupLimit
            }
            let group = Array(state.pending[..<(end ?? state.pending.count)])
            state.pending.removeFirst(group.count)
            state.pendingEvents -= group.reduce(0) { $0 + $1.rows.count }
            state.isWriting = !group.isEmpty
            return group.isEmpty ? nil : group
        }
    }

    private func commit(_ group: [Request]) -> [Result<Recorded, RegisterError>] {
        do {
            let answers: [Recorded]
            do {
                answers = try pool.write { try Self.insertTogether(group, into: $0) }
            } catch let error as DatabaseError where error.isAboutTheFact {
                answers = try pool.write { try Self.insertOneByOne(group, into: $0) }
            }
            state.withLock { $0.counters.add(answers, at: Clock.now) }
            return answers.map { .success($0) }
        } catch {
            state.withLock { state in
                state.counters.failures += 1
                state.counters.isFailing = true
            }
            return group.map { _ in .failure(.unavailable(retryAfter: 5)) }
        }
    }

    /// The rows of all requests as one list: most requests bring a single one, which is a dear statement by itself.
    private static func insertTogether(_ group: [Request], into database: Database) throws -> [Recorded] {
        var table = InteractionTable(database)
        var duplicates = try table.insert(group.flatMap(\.rows))[...]
        try table.finish()
        var end = 0
        return group.map { request in
            end += request.rows.count
            let own = duplicates.prefix { $0 < end }.count
            duplicates = duplicates.dropFirst(own)
            return Recorded(accepted: request.rows.count - own, duplicates: own, rejected: [])
        }
    }

    /// After a group failed because of a fact in it: each fact in its own savepoint, so that it rejects only itself.
    private static func insertOneByOne(_ group: [Request], into database: Database) throws -> [Recorded] {
        try group.map { request in
            var answer = Recorded(accepted: 0, duplicates: 0, rejected: [])
            for (index, row) in request.rows.enumerated() {
                do {
                    try database.inSavepoint {
                        var table = InteractionTable(database)
                        let duplicates = try table.insert([row]).count
                        try table.finish()
                        answer.duplicates += duplicates
                        answer.accepted += 1 - duplicates
                        return .commit
                    }
                } catch let error as DatabaseError where error.isAboutTheFact {
                    let refusal = Refusal(
                        .notRecordable, "The register refused it (SQLite code \(error.extendedResultCode.rawValue)).",
                        hint: "Drop this event and tell who looks after the server.")
                    answer.rejected.append(Recorded.Rejected(index: index, refusal: refusal))
                }
            }
            return answer
        }
    }
}
