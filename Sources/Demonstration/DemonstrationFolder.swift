import Foundation
import Reception
import Register

/// The folder of a demonstration: whole, or not there at all.
public struct DemonstrationFolder: Sendable {
    /// Where it comes to be.
    public let path: String
    /// Where it is made; only a whole one gets its name.
    public var partial: String { path + ".partial" }

    /// What keeps a demonstration from being made there. Nothing was touched.
    public enum Refusal: Error, Hashable, Sendable {
        /// There is a demonstration already.
        case isDemonstration
        /// There is something else: somebody's data.
        case isTaken
        /// Another program is making one there.
        case isBeingMade
    }

    /// The folder of that path; nothing is looked at yet.
    public init(path: String) {
        var path = path
        while path.count > 1, path.hasSuffix("/") { path.removeLast() }
        self.path = path
    }

    /// Says whether a demonstration can be made here, before the time is spent. Throws a `Refusal`.
    public func check() throws(Refusal) {
        if let found = content(of: path), !found.isEmpty {
            throw Register.isMarkedAsDemonstration(path) ? .isDemonstration : .isTaken
        }
        if exists(path), content(of: path) == nil { throw .isTaken }
        // One that was left half-made is marked first of all.
        if let found = content(of: partial), !found.isEmpty, !Register.isMarkedAsDemonstration(partial) {
            throw .isTaken
        }
    }

    /// Makes a demonstration here: `body` fills the register; when it throws, nothing is left.
    public func make<Result>(
        _ office: DemonstratedOffice, _ mark: DemonstrationMark, _ body: (Register) throws -> Result
    ) throws -> Result {
        try check()
        let lock = try lock()
        defer { lock.release() }
        try? FileManager.default.removeItem(atPath: partial)
        do {
            let register = try Register.makeDemonstration(
                at: partial, office: office.code, timeZone: office.timeZone, mark: mark)
            let result: Result
            do {
                defer { register.shutdown() }
                result = try body(register)
            }
            sync(partial + "/vitrine.sqlite")
            // An empty folder gives way, a full one doesn't.
            guard rename(partial, path) == 0 else {
                if errno == ENOTEMPTY || errno == EEXIST { throw Refusal.isTaken }
                throw RegisterError.cannotOpen(path: path, reason: String(cString: strerror(errno)))
            }
            return result
        } catch {
            try? FileManager.default.removeItem(atPath: partial)
            throw error
        }
    }

    /// Held while it is made, beside it: the folder itself comes and goes.
    private func lock() throws -> FolderLock {
        let parent = (path as NSString).deletingLastPathComponent
        do {
            try FileManager.default.createDirectory(
                atPath: parent.isEmpty ? "." : parent, withIntermediateDirectories: true)
        } catch {
            throw RegisterError.cannotOpen(path: parent, reason: error.localizedDescription)
        }
        return try FolderLock(path: partial + ".lock")
    }

    private func sync(_ path: String) {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return }
        fsync(file)
        close(file)
    }

    private func exists(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0
    }

    private func content(of path: String) -> [String]? { try? FileManager.default.contentsOfDirectory(atPath: path) }
}

/// A file that one program at a time holds; gone when it is let go.
private struct FolderLock {
    private let path: String
    private let file: Int32

    init(path: String) throws {
        self.path = path
        file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw RegisterError.cannotOpen(path: path, reason: String(cString: strerror(errno))) }
        guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
            close(file)
            throw DemonstrationFolder.Refusal.isBeingMade
        }
    }

    func release() {
        unlink(path)
        close(file)
    }
}
