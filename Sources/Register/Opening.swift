import Foundation
import GRDB

/// A data folder that was opened.
struct Opened {
    /// Several connections for the server; one for a program beside it, which needs no more and opens sooner.
    let pool: any DatabaseWriter
    /// Held by the server only.
    let lock: ServerLock?
    let key: SearchKey
}

/// Opens a data folder's database: one at a time, never a newer one, never under another server.
struct Opening {
    let folder: DataFolder
    let mode: Register.Mode

    /// Waits for another program's transaction, which takes milliseconds, some five seconds at most. SQLite's own timeout soon looks only
    /// ten times a second: with eight desks that write without end, somebody was never there when it was free.
    private static let patience = Database.BusyMode.callback { tries in
        usleep(2_000)
        return tries < 2_500
    }

    func run() throws(RegisterError) -> Opened {
        try folder.prepare()
        do {
            return try folder.whileOpening {
                switch mode {
                case .server:
                    try refuseNewer()
                    let lock = try folder.lockForServer()
                    do {
                        return try Opened(
                            pool: open(migrating: true), lock: lock, key: SearchKey(path: folder.searchKey))
                    } catch {
                        lock.release()
                        throw error
                    }
                case .beside:
                    return try Opened(pool: openBeside(), lock: nil, key: SearchKey(path: folder.searchKey))
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

    /// Looks without writing, so that a database of a newer version stays as it is, byte for byte.
    private func refuseNewer() throws {
        var configuration = Configuration()
        configuration.readonly = true
        // The last program that closes the database holds it for a moment.
        configuration.busyMode = Self.patience
        let isNewer = try DatabaseQueue(path: pathToLookAt, configuration: configuration).read { database in
            let version = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
            return try version > Migrations.version || Migrations.migrator.hasBeenSuperseded(database)
        }
        if isNewer { throw RegisterError.newerDatabase(path: folder.database) }
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
    private func openBeside() throws -> any DatabaseWriter {
        // A connection that only looks reads the whole schema once more, which takes longer than recording a visit.
        if let version = folder.versionInHeader {
            if version > Migrations.version { throw RegisterError.newerDatabase(path: folder.database) }
        } else {
            try refuseNewer()
        }
        let pool = try open(migrating: false)
        let migrator = Migrations.migrator
        let (isNewer, isUpToDate) = try pool.read {
            (try migrator.hasBeenSuperseded($0), try migrator.hasCompletedMigrations($0))
        }
        if isNewer {
            try pool.close()
            throw RegisterError.newerDatabase(path: folder.database)
        }
        if isUpToDate { return pool }
        do {
            let lock = try folder.lockForServer()
            defer { lock.release() }
            try migrator.migrate(pool)
        } catch RegisterError.alreadyServed {
            throw RegisterError.migrationPending(path: folder.database)
        }
        return pool
    }

    private func open(migrating: Bool) throws -> any DatabaseWriter {
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
            try $0.execute(sql: "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -32768")
        }
        if migrating { try Migrations.migrator.migrate(pool) }
        return pool
    }
}
