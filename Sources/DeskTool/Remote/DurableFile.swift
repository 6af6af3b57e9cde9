import Foundation
import Terminal

/// Files that are whole and on disk, or not there: mode 0600.
enum DurableFile {
    /// The beginning of the names of files that are being written.
    static let unfinished = ".writing-"

    /// Writes beside, syncs, renames, syncs the folder. The folder must be there.
    static func write(_ bytes: [UInt8], to path: String) throws {
        let folder = (path as NSString).deletingLastPathComponent
        let beside = "\(folder)/\(unfinished)\(getpid())-\((path as NSString).lastPathComponent)"
        let file = open(beside, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw failure(path) }
        do {
            let handle = FileHandle(fileDescriptor: file, closeOnDealloc: false)
            try handle.write(contentsOf: Data(bytes))
            guard fsync(file) == 0 else { throw failure(path) }
            close(file)
        } catch {
            close(file)
            unlink(beside)
            throw failure(path)
        }
        guard rename(beside, path) == 0 else { throw failure(path) }
        try sync(folder: folder)
    }

    /// Puts the names in a folder on disk.
    static func sync(folder: String) throws {
        let directory = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard directory >= 0 else { throw failure(folder) }
        defer { close(directory) }
        guard fsync(directory) == 0 else { throw failure(folder) }
    }

    /// Why a file could not be written: the system's last error.
    static func failure(_ path: String) -> Refused {
        let reason = String(cString: strerror(errno))
        return .bySystem(
            say(
                "Rien n'a été gardé : \(path) ne peut pas être écrit (\(reason)).",
                "Nothing was kept: \(path) can't be written (\(reason))."))
    }
}
