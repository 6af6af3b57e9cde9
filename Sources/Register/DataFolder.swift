import Foundation

/// The folder that holds the database, and the locks that keep its users apart.
///
/// `vitrine.lock` is held by the one server for as long as it runs. The folder itself is locked for a moment by
/// whoever opens the database, so that one at a time looks at its version and migrates it. Both are `flock`s: the
/// kernel lets go of them when their process ends, however it ends.
struct DataFolder {
    let path: String

    var database: String { path + "/vitrine.sqlite" }
    /// The file that says that all that is here was made up.
    var demonstrationMark: String { path + "/DEMONSTRATION" }
    var isMarkedAsDemonstration: Bool { access(demonstrationMark, F_OK) == 0 }
    /// Where the key of the search terms' hashes is.
    var searchKey: String { path + "/search.key" }
    private var lock: String { path + "/vitrine.lock" }

    /// Makes the folder (0700, for its parents too) and an empty database file (0600, which SQLite's -wal and -shm
    /// inherit) when they are missing.
    func prepare() throws(RegisterError) {
        do {
            try FileManager.default.createDirectory(
                atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw .cannotOpen(path: path, reason: error.localizedDescription)
        }
        let file = Glibc.open(database, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard file >= 0 else {
            throw [EROFS, EACCES, EPERM].contains(errno)
                ? .readOnly(path: database) : .cannotOpen(path: database, reason: Self.lastError)
        }
        close(file)
    }

    /// Whether something may be written beside the database that isn't in it yet.
    var hasLog: Bool { access(database + "-wal", F_OK) == 0 }

    /// Whether there is a database with something in it.
    var hasDatabase: Bool {
        var status = stat()
        return stat(database, &status) == 0 && status.st_size > 0
    }

    /// `PRAGMA user_version` as the database file itself says it (https://www.sqlite.org/fileformat.html, bytes 60 to 63); nil when a
    /// write-ahead log may say otherwise, or when there is no database yet.
    var versionInHeader: Int? {
        // With a log, this process may have the database open: closing a file of it lets go of SQLite's locks.
        guard !hasLog else { return nil }
        let file = Glibc.open(database, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return nil }
        defer { close(file) }
        var header = [UInt8](repeating: 0, count: 64)
        guard pread(file, &header, header.count, 0) == header.count, header.starts(with: "SQLite format 3\0".utf8)
        else { return nil }
        return header[60...].reduce(0) { $0 << 8 | Int($1) }
    }

    /// Runs `body` while no other process opens or migrates this folder's database.
    func whileOpening<Result>(_ body: () throws -> Result) throws -> Result {
        let folder = Glibc.open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard folder >= 0 else { throw RegisterError.cannotOpen(path: path, reason: Self.lastError) }
        defer { close(folder) }
        while flock(folder, LOCK_EX) != 0 {
            guard errno == EINTR else { throw RegisterError.cannotOpen(path: path, reason: Self.lastError) }
        }
        return try body()
    }

    /// Takes the server's lock, or says who has it.
    func lockForServer() throws(RegisterError) -> ServerLock {
        let file = Glibc.open(lock, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw .cannotOpen(path: lock, reason: Self.lastError) }
        guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
            let reason = errno
            close(file)
            guard reason == EWOULDBLOCK else {
                throw .cannotOpen(path: lock, reason: String(cString: strerror(reason)))
            }
            throw .alreadyServed(folder: path, pid: holder)
        }
        return ServerLock(file: file)
    }

    /// The process that wrote its number into the lock file.
    private var holder: Int32? {
        (try? String(contentsOfFile: lock, encoding: .utf8)).flatMap {
            Int32($0.trimmingCharacters(in: .whitespacesAndNewlines))
        }
    }

    private static var lastError: String { String(cString: strerror(errno)) }
}

/// The server's hold on its data folder, until `release` or the end of the process.
struct ServerLock: Sendable {
    private let file: Int32

    fileprivate init(file: Int32) {
        self.file = file
        ftruncate(file, 0)
        let handle = FileHandle(fileDescriptor: file, closeOnDealloc: false)
        try? handle.write(contentsOf: Data("\(getpid())\n".utf8))
    }

    func release() { close(file) }
}
