import Glibc
import Native

/// What files looked like when they were last hashed, so that a warm start reads none of them; as git's index does.
struct FileMemory {
    static let fileName = "catalogue.files"
    private static let magic = Array("VITRFILE".utf8)
    /// A file changed so shortly before it was looked at could change again without its stamp showing it: nanoseconds.
    private static let racyMargin = 1_000_000_000

    private var known: [String: (stamp: FileStamp, hash: Hash)] = [:]

    /// Empty when there is none, or when it isn't whole.
    init(folder: String) {
        guard let bytes = FileBytes.read("\(folder)/\(Self.fileName)"), bytes.count >= Self.magic.count + 16,
            bytes.starts(with: Self.magic)
        else { return }
        let body = Array(bytes[Self.magic.count..<bytes.count - 16])
        let hash = Hash.of(body)
        var tail = ByteReader(bytes, at: bytes.count - 16)
        guard tail.integer(UInt64.self) == hash.high, tail.integer(UInt64.self) == hash.low else { return }
        var reader = ByteReader(body)
        while let path = reader.text(), let size = reader.integer(Int64.self),
            let modified = reader.integer(Int64.self),
            let changed = reader.integer(Int64.self), let inode = reader.integer(UInt64.self),
            let high = reader.integer(UInt64.self), let low = reader.integer(UInt64.self)
        {
            let stamp = FileStamp(size: Int(size), modified: Int(modified), changed: Int(changed), inode: inode)
            known[path] = (stamp, Hash(high: high, low: low))
        }
    }

    /// The hash of a file that looks as it did; nil when it must be read again.
    func hash(of file: ContentFiles.File) -> Hash? {
        guard let (stamp, hash) = known[file.path] else { return nil }
        return stamp == file.stamp || hash == ContentHash.unread ? hash : nil
    }

    var isEmpty: Bool { known.isEmpty }

    /// Would remembering these files spare the next start some reading?
    func isStale(for files: [ContentFiles.File]) -> Bool {
        known.count != files.count || files.contains { known[$0.path]?.stamp != $0.stamp }
    }

    /// Was the file there at all?
    func knows(_ path: String) -> Bool {
        known[path] != nil
    }

    /// Keeps the hashes for the next start. When that can't be done, the next start reads more, and nothing is lost.
    /// - Parameter start: when the stamps were taken, nanoseconds since 1970.
    static func save(_ files: [ContentFiles.File], hashes: [String: Hash], start: Int, folder: String) {
        var writer = ByteWriter()
        for file in files {
            guard let hash = hashes[file.path] else { continue }
            let isRacy = max(file.stamp.modified, file.stamp.changed) > start - racyMargin
            writer.append(file.path)
            // No file has that size: it will be read again.
            writer.append(Int64(isRacy ? -1 : file.stamp.size))
            writer.append(Int64(file.stamp.modified))
            writer.append(Int64(file.stamp.changed))
            writer.append(file.stamp.inode)
            writer.append(hash)
        }
        var tail = ByteWriter()
        tail.append(Hash.of(writer.bytes))
        FileBytes.replace("\(folder)/\(fileName)", with: magic + writer.bytes + tail.bytes)
    }
}

extension FileBytes {
    /// All or nothing; without waiting for the disk: the file vouches for itself.
    static func replace(_ path: String, with bytes: [UInt8]) {
        let temporary = TemporaryFile.path(for: path)
        let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { return }
        let isWritten = write(bytes, to: descriptor)
        close(descriptor)
        if !isWritten || rename(temporary, path) != 0 { unlink(temporary) }
    }
}
