import Glibc
import Native

/// Writes a pack beside the old one and puts it in its place when it is whole and on the disk.
struct PackWriter: ~Copyable {
    private struct Record {
        var path: String
        var kind: Entry.Kind
        var cachePolicy: Entry.CachePolicy
        var hash: Hash
        var slices: [Entry.Slice]
    }

    /// Bytes gathered before they are handed to the system.
    private static let bufferSize = 1 << 20

    private let path: String
    private let temporaryPath: String
    private let descriptor: Int32
    private var buffer: [UInt8] = []
    private var offset = 0
    private var records: [Record] = []

    /// Begins a pack in `folder`, which is made if need be.
    init(folder: String) throws(ContentError) {
        if mkdir(folder, 0o755) != 0, errno != EEXIST { throw .cache(path: folder, errno: errno) }
        let path = "\(folder)/\(PackFormat.fileName)"
        let temporaryPath = TemporaryFile.path(for: path)
        let descriptor = open(temporaryPath, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw .cache(path: temporaryPath, errno: errno) }
        self.path = path
        self.temporaryPath = temporaryPath
        self.descriptor = descriptor
        buffer.reserveCapacity(Self.bufferSize + 65_536)
        buffer += PackFormat.magic
        offset = buffer.count
    }

    deinit {
        close(descriptor)
        // Gone already when the pack was finished.
        unlink(temporaryPath)
    }

    /// Adds a body.
    mutating func add(_ resource: consuming Resource) throws(ContentError) {
        var slices: [Entry.Slice] = []
        for body in resource.bodies {
            slices.append(Entry.Slice(offset: offset, length: body.count))
            try write(body)
        }
        records.append(
            Record(
                path: resource.path, kind: resource.kind, cachePolicy: resource.cachePolicy, hash: resource.hash,
                slices: slices))
    }

    /// Writes the index, waits for the disk and takes the old pack's place.
    consuming func finish(_ head: PackHead) throws(ContentError) {
        let index = index(head)
        let indexOffset = offset
        try write(index)
        var footer = ByteWriter()
        footer.append(UInt64(indexOffset))
        footer.append(UInt64(index.count))
        footer.append(Hash.of(index))
        footer.append(PackFormat.version)
        try write(footer.bytes + PackFormat.magic)
        try flush()
        guard fsync(descriptor) == 0, rename(temporaryPath, path) == 0 else { throw .cache(path: path, errno: errno) }
        FileBytes.syncFolder(of: path)
    }

    private mutating func index(_ head: PackHead) -> [UInt8] {
        // By bytes: whoever searches compares bytes.
        records.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
        var writer = ByteWriter()
        writer.bytes.reserveCapacity(records.count * (PackFormat.recordSize + 64))
        head.write(to: &writer)
        writer.append(UInt32(records.count))
        var pathOffset = 0
        for record in records {
            writer.append(UInt32(pathOffset))
            writer.append(UInt16(record.path.utf8.count))
            writer.append(record.kind.rawValue)
            writer.append(record.cachePolicy.rawValue)
            writer.append(record.hash)
            for slice in record.slices {
                writer.append(UInt64(slice.offset))
                writer.append(UInt32(slice.length))
            }
            pathOffset += record.path.utf8.count
        }
        for record in records { writer.bytes.append(contentsOf: record.path.utf8) }
        return writer.bytes
    }

    private mutating func write(_ bytes: [UInt8]) throws(ContentError) {
        buffer += bytes
        offset += bytes.count
        if buffer.count >= Self.bufferSize { try flush() }
    }

    private mutating func flush() throws(ContentError) {
        guard FileBytes.write(buffer, to: descriptor) else { throw .cache(path: temporaryPath, errno: errno) }
        buffer.removeAll(keepingCapacity: true)
    }
}

extension FileBytes {
    /// Makes a rename last: the folder is what holds names.
    static func syncFolder(of path: String) {
        let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
        let descriptor = open(folder.isEmpty ? "/" : folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        fsync(descriptor)
        close(descriptor)
    }
}
