import Foundation
import Glibc

/// What the disk says of a file without reading it; it changes when the file does, as git's index relies on too.
struct FileStamp: Hashable, Sendable {
    var size: Int
    /// Nanoseconds since 1970.
    var modified: Int
    /// Nanoseconds since 1970: catches a file whose modification time was set back.
    var changed: Int
    var inode: UInt64

    fileprivate init(_ status: stat) {
        size = Int(status.st_size)
        modified = Int(status.st_mtim.tv_sec) * 1_000_000_000 + Int(status.st_mtim.tv_nsec)
        changed = Int(status.st_ctim.tv_sec) * 1_000_000_000 + Int(status.st_ctim.tv_nsec)
        inode = UInt64(status.st_ino)
    }

    init(size: Int, modified: Int, changed: Int, inode: UInt64) {
        self.size = size
        self.modified = modified
        self.changed = changed
        self.inode = inode
    }
}

/// The files of one folder of `content/`, by name.
struct ContentDirectory: Sendable {
    struct File: Sendable {
        let name: String
        let stamp: FileStamp
    }

    /// Relative to `content/`, without a slash at the end; empty for `content/` itself.
    let path: String
    var files: [File] = []
    var directories: [String] = []
    /// Symbolic links that lead out of `content/`, or nowhere.
    var strayLinks: [String] = []

    func file(_ name: String) -> File? {
        files.first { $0.name == name }
    }

    /// The path of something in the folder, relative to `content/`.
    func path(of name: String) -> String {
        path.isEmpty ? name : "\(path)/\(name)"
    }
}

/// Where `content/` is on the disk.
struct ContentRoot: Sendable {
    /// Absolute, without symbolic links.
    let path: String

    /// Nil when there is no such folder.
    init?(_ path: String) {
        guard let resolved = ContentRoot.resolved(path) else { return nil }
        var status = stat()
        guard stat(resolved, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else { return nil }
        self.path = resolved
    }

    /// Lists a folder, names sorted; hidden files aside. Nil when it can't be read.
    func list(_ directory: String) -> ContentDirectory? {
        let base = directory.isEmpty ? path : "\(path)/\(directory)"
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: base) else { return nil }
        var listing = ContentDirectory(path: directory)
        for name in names.sorted() where !name.hasPrefix(".") {
            var status = stat()
            let full = "\(base)/\(name)"
            guard lstat(full, &status) == 0 else { continue }
            if status.st_mode & S_IFMT == S_IFLNK {
                guard let target = ContentRoot.resolved(full), target.hasPrefix(path + "/"), stat(full, &status) == 0
                else {
                    listing.strayLinks.append(name)
                    continue
                }
            }
            if status.st_mode & S_IFMT == S_IFDIR {
                listing.directories.append(name)
            } else if status.st_mode & S_IFMT == S_IFREG {
                listing.files.append(.init(name: name, stamp: FileStamp(status)))
            } else {
                // A pipe or a device would keep the reader waiting.
                listing.strayLinks.append(name)
            }
        }
        return listing
    }

    /// The bytes of a file; nil when it can't be read.
    func read(_ file: String) -> [UInt8]? {
        FileBytes.read("\(path)/\(file)")
    }

    private static func resolved(_ path: String) -> String? {
        guard let resolved = realpath(path, nil) else { return nil }
        defer { free(resolved) }
        return String(cString: resolved)
    }
}

/// Whole files in and out, without Foundation's copies.
enum FileBytes {
    /// Nil when the file can't be opened or read to its end.
    static func read(_ path: String) -> [UInt8]? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        return read(descriptor, at: 0, count: Int(status.st_size))
    }

    /// `count` bytes of an open file; nil when there are fewer.
    static func read(_ descriptor: Int32, at offset: Int, count: Int) -> [UInt8]? {
        var bytes = [UInt8](repeating: 0, count: count)
        var got = pread(descriptor, &bytes, count, off_t(offset))
        if got == count { return bytes }
        // A signal, or a file that shrank meanwhile.
        while got >= 0, got < count {
            var rest = [UInt8](repeating: 0, count: count - got)
            let more = pread(descriptor, &rest, rest.count, off_t(offset + got))
            guard more > 0 else { return nil }
            bytes.replaceSubrange(got..<got + more, with: rest[..<more])
            got += more
        }
        return got == count ? bytes : nil
    }

    /// Writes all of `bytes`; false when the disk refuses.
    static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
        var done = Glibc.write(descriptor, bytes, bytes.count)
        while done >= 0, done < bytes.count {
            let rest = Array(bytes[done...])
            let more = Glibc.write(descriptor, rest, rest.count)
            guard more > 0 else { return false }
            done += more
        }
        return done == bytes.count
    }
}
