import Foundation
import Reception

/// Where a till keeps what must not be in the database: its keys, and the record of its last entry. `DIR/till`, 0700.
struct TillFolder: Sendable {
    let path: String

    /// Of the data folder.
    init(dataFolder: String) { path = dataFolder + "/till" }

    func key(_ number: Int) -> String { path + "/key-\(number)" }
    var archiveKey: String { path + "/archive-key" }
    func head(of till: String) -> String { path + "/\(till).head" }

    /// Makes the folder when it is missing.
    func prepare() throws {
        guard mkdir(path, 0o700) != 0, errno != EEXIST else { return }
        throw Self.failure(at: path)
    }

    /// Runs `body` while no other program or thread writes to this till: what is sealed and the record of it change together.
    ///
    /// Waits as long as for the database.
    func whileLocked<Result>(_ till: String, _ body: () throws -> Result) throws -> Result {
        try prepare()
        let file = Glibc.open(path + "/\(till).lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw Self.failure(at: path + "/\(till).lock") }
        defer { close(file) }
        for _ in 0..<5_000 {
            if flock(file, LOCK_EX | LOCK_NB) == 0 { return try body() }
            usleep(1_000)
        }
        throw RegisterError.unavailable(retryAfter: 5)
    }

    /// The highest number of a key that is here; 0 when there is none.
    func lastKey() throws -> Int {
        try FileManager.default.contentsOfDirectory(atPath: path)
            .compactMap { $0.hasPrefix("key-") ? Int($0.dropFirst(4)) : nil }.max() ?? 0
    }

    var hasArchiveKey: Bool { access(archiveKey, F_OK) == 0 }

    /// What a file holds; nil when there is none. Throws `cannotOpen` when it can't be read.
    func contents(_ path: String) throws -> String? {
        do {
            return String(decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self)
        } catch CocoaError.fileReadNoSuchFile {
            return nil
        } catch {
            throw RegisterError.cannotOpen(path: path, reason: String(cString: strerror(errno)))
        }
    }

    /// Writes a file only its owner reads, all of it on disk when this returns; `new`: never over one that is there.
    static func write(_ text: String, to path: String, new: Bool) throws {
        let file = Glibc.open(path, O_WRONLY | O_CREAT | O_CLOEXEC | (new ? O_EXCL : O_TRUNC), 0o600)
        guard file >= 0 else { throw failure(at: path) }
        defer { close(file) }
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
            guard count > 0 else { throw failure(at: path) }
            rest = rest.dropFirst(count)
        }
        guard fsync(file) == 0 else { throw failure(at: path) }
    }

    /// Puts the names in this folder on disk.
    func sync() throws {
        let folder = Glibc.open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard folder >= 0 else { throw Self.failure(at: path) }
        defer { close(folder) }
        guard fsync(folder) == 0 else { throw Self.failure(at: path) }
    }

    /// What the system said last.
    static func failure(at path: String) -> RegisterError {
        switch errno {
        case ENOSPC, EDQUOT: .diskFull(path: path)
        case EROFS, EACCES, EPERM: .readOnly(path: path)
        default: .cannotOpen(path: path, reason: String(cString: strerror(errno)))
        }
    }
}
