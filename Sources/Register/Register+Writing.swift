import GRDB

extension Register {
    /// Runs one transaction between two groups of interactions, and waits until it is on disk.
    ///
    /// Other programs write to the same file: SQLite waits for them, five seconds at most. Throws what `update` does, and a
    /// `RegisterError` when the machine is in the way.
    func writing<Result>(_ update: (Database) throws -> Result) throws -> Result {
        do {
            return try writer.betweenGroups(update)
        } catch let error as DatabaseError where !error.isAboutTheFact {
            throw RegisterError(error, folder: folder)
        }
    }
}

extension RegisterError {
    /// What keeps the database from being written.
    init(_ error: DatabaseError, folder: DataFolder) {
        switch error.resultCode {
        case .SQLITE_READONLY: self = .readOnly(path: folder.database)
        case _ where error.isAboutTheDisk: self = .diskFull(path: folder.path)
        default: self = .unavailable(retryAfter: 5)
        }
    }
}

extension DatabaseError {
    /// Whether the disk has no room, or can't be written to.
    var isAboutTheDisk: Bool {
        [.SQLITE_FULL, .SQLITE_READONLY].contains(resultCode) || extendedResultCode == .SQLITE_IOERR_SHMSIZE
    }
}
