import GRDB

/// What kept the register from opening, or from recording. Callers match the case (or `code`), never the message.
public enum RegisterError: Error, Hashable, Sendable {
    /// Another server holds this data folder; `pid` is its process, when it could be read.
    case alreadyServed(folder: String, pid: Int32?)
    /// The database was written by a newer version; it was left untouched.
    case newerDatabase(path: String)
    /// The database lacks migrations, and the server that holds it must be restarted to run them.
    case migrationPending(path: String)
    /// The file is there but isn't a SQLite database, or is damaged.
    case notADatabase(path: String)
    /// No server has used this data folder yet, so that nobody knows which office it is of.
    case noRegister(folder: String)
    /// The folder or the file can't be created or opened; `reason` is the system's.
    case cannotOpen(path: String, reason: String)
    /// No such time zone.
    case unknownTimeZone(String)
    /// Too much is waiting to be written; try again after so many seconds.
    case busy(retryAfter: Int)
    /// The disk is full, failing or locked by another program; nothing was recorded. Try again after so many seconds.
    case unavailable(retryAfter: Int)
    /// There is no room on the data folder's disk; nothing was recorded.
    case diskFull(path: String)
    /// The data folder or the database can't be written to: its disk or its rights are in the way. Nothing was recorded.
    case readOnly(path: String)
    /// The register was shut down.
    case closed
    /// Of database and folder one says that it is a demonstration's, and the other doesn't: something was copied from elsewhere. Left as it is.
    case mixedWithDemonstration(folder: String)
    /// What is for demonstrations only was asked of a real register.
    case notADemonstration(folder: String)
    /// Some of what was to be forgotten is younger than 25 months, and stays.
    case keptFor25Months

    /// For programs; never changes.
    public var code: String {
        switch self {
        case .alreadyServed: "already_served"
        case .newerDatabase: "newer_database"
        case .migrationPending: "migration_pending"
        case .notADatabase: "not_a_database"
        case .noRegister: "no_register"
        case .cannotOpen: "cannot_open"
        case .unknownTimeZone: "unknown_time_zone"
        case .busy: "busy"
        case .unavailable: "unavailable"
        case .diskFull: "disk_full"
        case .readOnly: "read_only"
        case .closed: "closed"
        case .mixedWithDemonstration: "mixed_with_demonstration"
        case .notADemonstration: "not_a_demonstration"
        case .keptFor25Months: "kept_for_25_months"
        }
    }

    /// After how many seconds to try again, when that helps.
    public var retryAfter: Int? {
        switch self {
        case .busy(let seconds), .unavailable(let seconds): seconds
        case .diskFull: 5
        default: nil
        }
    }

    /// What is wrong, and where.
    public var message: String {
        switch self {
        case .alreadyServed(let folder, let pid):
            "Another server\(pid.map { " (process \($0))" } ?? "") is using the data folder \(folder)."
        case .newerDatabase(let path): "\(path) was written by a newer version of vitrine. It was left as it is."
        case .migrationPending(let path): "\(path) is older than this program, and a running server is using it."
        case .notADatabase(let path): "\(path) is not a SQLite database, or it is damaged."
        case .noRegister(let folder): "There is no register in \(folder)."
        case .cannotOpen(let path, let reason): "\(path) can't be opened: \(reason)."
        case .unknownTimeZone(let name): "The time zone \(name) is not known."
        case .busy: "More is waiting to be recorded than the register takes at once."
        case .unavailable: "The register can't write: the disk is full, failing, or locked by another program."
        case .diskFull(let path): "The disk of \(path) is full."
        case .readOnly(let path): "\(path) can't be written to."
        case .closed: "The register is shut down."
        case .mixedWithDemonstration(let folder):
            "In \(folder), the database and the file DEMONSTRATION don't agree whether all of it was made up. It was left as it is."
        case .notADemonstration(let folder): "\(folder) isn't a demonstration."
        case .keptFor25Months: "Raw interactions are kept for 25 months."
        }
    }

    /// What to do next.
    public var hint: String {
        switch self {
        case .alreadyServed: "Stop the other server first, or give this one a data folder of its own (--data)."
        case .newerDatabase: "Start the newer version again, or restore a backup made before it was installed."
        case .migrationPending: "Restart the server, which brings the database up to date."
        case .notADatabase: "Move it away and restore the last backup."
        case .noRegister: "Name the server's data folder (--data), or start the server there once."
        case .cannotOpen: "Check that the folder exists, is on a local disk, and belongs to the user that runs vitrine."
        case .unknownTimeZone: "Give an identifier of the IANA database, such as Europe/Paris."
        case .busy, .unavailable: "Keep the events and send them again later; the same ids count once."
        case .diskFull: "Make room on it, then record again; the same ids count once."
        case .readOnly:
            "Check that its disk is mounted for writing and that folder and file belong to the user that runs vitrine."
        case .closed: "Send the events again when the server is back; the same ids count once."
        case .mixedWithDemonstration:
            "A demonstration and real data never share a folder: put the database back where it came from. A demonstration is made by “vitrine demo”."
        case .notADemonstration: "Make one with “vitrine demo”, in a folder of its own."
        case .keptFor25Months: "Give a date more than 25 months ago."
        }
    }
}

extension RegisterError: CustomStringConvertible {
    /// One line for a log or a terminal.
    public var description: String { "\(message) \(hint)" }
}

extension DatabaseError {
    /// Whether the statement itself was refused (a constraint, a trigger), so that others may still be recorded.
    /// Anything else is the disk's, the file's or the machine's trouble, and concerns everyone who waits.
    var isAboutTheFact: Bool {
        switch resultCode {
        case .SQLITE_CONSTRAINT, .SQLITE_MISMATCH, .SQLITE_TOOBIG, .SQLITE_RANGE: true
        default: false
        }
    }
}
