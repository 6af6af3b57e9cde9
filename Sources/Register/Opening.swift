import Foundation
import GRDB

/// A data folder that was opened.
struct Opened {
    /// Several connections for the server; one for a program beside it, which needs no more and opens sooner.
    let pool: any DatabaseWriter
    /// Held by the server only.
    let lock: ServerLock?
    let key: SearchKey
    /// Of a demonstration, the code that its facts bear.
    let demonstrated: String?
}

/// Opens a data folder's database: one at a time, never a newer one, never under another server.
struct Opening {
    let folder: DataFolder
    let mode: Register.Mode
    /// What is made here, when it is a demonstration.
    var making: (DemonstrationMark, office: String)?

    /// Waits for another program's transaction, which takes milliseconds, some five seconds at most. SQLite's own timeout soon looks only
    /// ten times a second: with eight desks that write without end, somebody was never there when it was free.
    private static let patience = Database.BusyMode.callback { tries in
        usleep(2_000)
        return tries < 2_500
    }

    /// - `migrating`: told before a schema that is older is brought up to date.
    func run(migrating: () -> Void = {}) throws(RegisterError) -> Opened {
        // Its database was taken away: a new one would be a real one, in a demonstration's folder.
        if folder.isMarkedAsDemonstration, making == nil, !folder.hasDatabase {
            throw .mixedWithDemonstration(folder: folder.path)
        }
        try folder.prepare()
        do {
            return try folder.whileOpening {
                switch mode {
                case .server:
                    let (version, demonstrated) = try look()
                    let lock = try folder.lockForServer()
                    do {
                        let pool = try open()
                        if 0 < version, version < Migrations.version { migrating() }
                        try Migrations.migrator.migrate(pool)
                        try making.map { mark, office in try pool.write { try mark.insert(into: $0, office: office) } }
                        return try Opened(
                            pool: pool, lock: lock, key: SearchKey(path: folder.searchKey),
                            demonstrated: making?.office ?? demonstrated)
                    } catch {
                        lock.release()
                        throw error
                    }
                case .beside:
                    return try openBeside()
                }
            }
        } catch let error as RegisterError {
            throw error
        } catch let error as DatabaseError where [.SQLITE_NOTADB, .SQLITE_CORRUPT].contains(error.resultCode) {
            throw .notADatabase(path: folder.database)
        } catch let error as DatabaseError where error.isAboutTheDisk || error.resultCode == .SQLITE_BUSY {
            throw RegisterError(error, folder: folder)
        } catch {
            throw .cannotOpen(path: folder.database, reason: "\(error)")
        }
    }

    /// Looks without writing, so that a database of a newer version, or of another folder, stays as it is, byte for byte. Its version, 0 when it is new,
    /// and of a demonstration the code that its facts bear.
    @discardableResult
    private func look() throws -> (version: Int, demonstrated: String?) {
        var configuration = Configuration()
        configuration.readonly = true
        // The last program that closes the database holds it for a moment.
        configuration.busyMode = Self.patience
        let (version, isNewer, demonstrated) = try DatabaseQueue(path: pathToLookAt, configuration: configuration).read
        {
            let version = try Int.fetchOne($0, sql: "PRAGMA user_version") ?? 0
            return try (
                version, version > Migrations.version || Migrations.migrator.hasBeenSuperseded($0),
                DemonstrationMark.office($0)
            )
        }
        if isNewer { throw RegisterError.newerDatabase(path: folder.database) }
        try refuseMixed(demonstrated)
        return (version, demonstrated)
    }

    /// Even a reader leaves a -wal and a -shm beside a database in WAL mode, but for an immutable one: nobody else has
    /// this one open when there is no -wal. When there is one, it has to be read too.
    private var pathToLookAt: String {
        guard !folder.hasLog,
            let path = folder.database.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed)
        else { return folder.database }
        return "file:\(path)?immutable=1"
    }

    /// A program beside the server migrates only when there is no server: one that runs knows the schema it found.
    private func openBeside() throws -> Opened {
        // A connection that only looks reads the whole schema once more, which takes longer than recording a visit.
        if let version = folder.versionInHeader {
            if version > Migrations.version { throw RegisterError.newerDatabase(path: folder.database) }
        } else {
            try look()
        }
        let pool = try open()
        let migrator = Migrations.migrator
        let (isNewer, isUpToDate, demonstrated) = try pool.read {
            try (
                migrator.hasBeenSuperseded($0), migrator.hasCompletedMigrations($0), DemonstrationMark.office($0)
            )
        }
        do {
            if isNewer { throw RegisterError.newerDatabase(path: folder.database) }
            try refuseMixed(demonstrated)
        } catch {
            try pool.close()
            throw error
        }
        if !isUpToDate { try migrate(pool, with: migrator) }
        return try Opened(
            pool: pool, lock: nil, key: SearchKey(path: folder.searchKey), demonstrated: demonstrated)
    }

    private func migrate(_ pool: any DatabaseWriter, with migrator: DatabaseMigrator) throws {
        do {
            let lock = try folder.lockForServer()
            defer { lock.release() }
            try migrator.migrate(pool)
        } catch RegisterError.alreadyServed {
            throw RegisterError.migrationPending(path: folder.database)
        }
    }

    /// A database that was put into a folder of the other kind is nobody's to open.
    private func refuseMixed(_ demonstrated: String?) throws {
        guard making == nil, (demonstrated != nil) != folder.isMarkedAsDemonstration else { return }
        throw RegisterError.mixedWithDemonstration(folder: folder.path)
    }

    private func open() throws -> any DatabaseWriter {
        var configuration = Configuration()
        configuration.label = "register"
        configuration.busyMode = Self.patience
        configuration.foreignKeysEnabled = true
        // Without it, INSERT OR REPLACE would delete a row without asking the triggers that keep it.
        configuration.prepareDatabase { try $0.execute(sql: "PRAGMA recursive_triggers = ON") }
        let pool: any DatabaseWriter =
            mode == .server
            ? try DatabasePool(path: folder.database, configuration: configuration)
            : try DatabaseQueue(path: folder.database, configuration: configuration)
        // GRDB sets NORMAL on a pool's writer after `prepareDatabase`; in WAL mode a NORMAL commit can be lost with the
        // power. 32 MiB of cache, used as it is needed, keep the ids' index out of read(2): random ids touch all of it.
        try pool.writeWithoutTransaction {
            // What is half-made isn't kept: a demonstration is put on disk once it is whole.
            let synchronous = making == nil ? "FULL" : "OFF"
            try $0.execute(
                sql: "PRAGMA journal_mode = WAL; PRAGMA synchronous = \(synchronous); PRAGMA cache_size = -32768")
        }
        return pool
    }
}
