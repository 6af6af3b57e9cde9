import GRDB
import Reception

/// Everything that is recorded, in `vitrine.sqlite` in the data folder.
///
/// The server opens it with `.server` and holds the folder; other programs open it `.beside` at the same time.
public final class Register: Sendable {
    /// Who opens the database.
    public enum Mode: Sendable {
        /// The one server of this data folder; a second one is refused.
        case server
        /// Another program, while a server may be running.
        case beside
    }

    /// The office whose facts are recorded here, by its code; a column of every fact. In a demonstration the one it was made with, whatever the
    /// register was opened for.
    public let office: String
    /// Whether all that is recorded here was made up.
    public var isDemonstration: Bool { OfficeCode.isOfDemonstration(office) }
    /// The office's wall clock.
    public let clock: OfficeClock
    /// The data folder.
    public let dataFolder: String

    let pool: any DatabaseWriter
    let writer: GroupWriter
    let folder: DataFolder
    private let lock: ServerLock?
    let searchKey: SearchKey
    let settingMemory = SettingMemory()

    /// Opens the register in `dataFolder`, making it when it is missing, and brings its schema up to date.
    ///
    /// - `office`: the office's code, not empty. `timeZone`: IANA identifier.
    /// - `queueLimit`: how many events may wait to be written before `record` answers `.busy`.
    /// - `migrating`: told before the server brings an older schema up to date: with millions of interactions that may take minutes, once.
    ///
    /// Throws a `RegisterError`: `alreadyServed`, `newerDatabase`, `migrationPending`, `notADatabase`, `cannotOpen`,
    /// `unknownTimeZone`, `mixedWithDemonstration`.
    public static func open(
        at dataFolder: String, office: String, timeZone: String = "Europe/Paris", mode: Mode = .server,
        queueLimit: Int = 20_000, migrating: () -> Void = {}
    ) throws(RegisterError) -> Register {
        guard let clock = OfficeClock(timeZone: timeZone) else { throw .unknownTimeZone(timeZone) }
        let folder = DataFolder(path: dataFolder)
        let opened = try Opening(folder: folder, mode: mode).run(migrating: migrating)
        return Register(folder: folder, office: office, clock: clock, opened: opened, queueLimit: queueLimit)
    }

    init(
        folder: DataFolder, office: String, clock: OfficeClock, opened: Opened, queueLimit: Int
    ) {
        self.folder = folder
        dataFolder = folder.path
        self.office = opened.demonstrated ?? office
        self.clock = clock
        pool = opened.pool
        lock = opened.lock
        searchKey = opened.key
        writer = GroupWriter(pool: pool, queueLimit: queueLimit)
    }

    /// Records interactions; `completion` is called once, after they are on disk (or aren't).
    ///
    /// All that waits is committed together. `completion` runs on the writer's thread, which writes nothing meanwhile:
    /// it must be short. When the queue is full or the register is closed it runs at once, on the caller's thread.
    ///
    /// - `receivedAt`: when the server received them; recorded beside each.
    /// - Errors: `busy` and `unavailable` (nothing of this call was recorded; send it again), `closed`.
    public func record(
        _ interactions: [Interaction], receivedAt: Instant,
        completion: @escaping @Sendable (Result<Recorded, RegisterError>) -> Void
    ) {
        let rows = interactions.map {
            InteractionRow($0, office: office, clock: clock, key: searchKey, recordedAt: receivedAt)
        }
        writer.write(rows, completion: completion)
    }

    /// The same, for callers that can wait.
    public func record(_ interactions: [Interaction], receivedAt: Instant) async throws(RegisterError) -> Recorded {
        let result = await withCheckedContinuation { continuation in
            record(interactions, receivedAt: receivedAt) { continuation.resume(returning: $0) }
        }
        return try result.get()
    }

    /// Writes and answers all that waits and lets go of the folder. The server moves the write-ahead log into the database first; a
    /// program beside it doesn't wait for that, and SQLite does it when the last one leaves.
    ///
    /// Returns when that is done; a second call does nothing. `record` answers `.closed` from then on. Not to be called
    /// from a completion, which the writer waits for.
    public func shutdown() {
        guard writer.finish() else { return }
        if lock != nil { _ = try? pool.writeWithoutTransaction { try $0.checkpoint(.truncate) } }
        try? pool.close()
        lock?.release()
    }
}

/// What became of one call to `record`.
public struct Recorded: Hashable, Sendable {
    /// How many are on disk because of this call.
    public var accepted: Int
    /// How many were on disk already, by their id.
    public var duplicates: Int
    /// Those the database itself refused; none when types and schema agree.
    public var rejected: [Rejected]

    /// One fact the database refused.
    public struct Rejected: Hashable, Sendable {
        /// Its position in the call, from 0.
        public let index: Int
        /// Why.
        public let refusal: Refusal
    }
}
