import Glibc
import Native
import Reception

/// A compiled catalogue: ready bodies in a file, found by their path. It is never changed; a newer content is another snapshot.
///
/// Only the index is in memory, as bytes: about 110 a body. Whoever serves maps `packPath` at once, because the next content's pack
/// takes the same name; the mapping stays valid after that.
public final class Snapshot: Sendable {
    /// Changes when anything shown changes: 16 hexadecimal digits.
    public let version: String
    /// How many places there are.
    public let placeCount: Int
    /// What should be looked at, counted when the pack was made.
    public let warningCount: Int
    /// The office's languages, ISO 639-1; the first is its own.
    public let languages: [String]
    /// The office's identifier.
    public let officeCode: String
    /// What it is called, in its own language.
    public let officeName: String
    /// IANA name.
    public let timeZone: String
    /// What its counsellors type.
    public let desk: Vocabulary
    /// What its shop sells with.
    public let till: TillSetting
    /// How its statistics are told, with the school holidays that its content says.
    public let statistics: StatisticsSetting
    /// The file the bodies are in.
    public let packPath: String
    /// Its length in bytes.
    public let packLength: Int
    /// How many bodies there are.
    public let count: Int

    /// Of all the files it was made from.
    let contentHash: String
    private let slugOfCode: [String: String]
    private let codeOfSlug: [String: String]
    private let index: [UInt8]
    /// Where the records begin in the index, and where the paths do.
    private let records: Int
    private let paths: Int

    /// Opens a pack; nil when it isn't whole, isn't a pack or was made by another version.
    init?(packPath: String) {
        let descriptor = open(packPath, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, let index = Snapshot.index(descriptor, length: Int(status.st_size))
        else {
            return nil
        }
        var reader = ByteReader(index)
        guard let head = PackHead.read(&reader), let count = reader.integer(UInt32.self).map(Int.init) else {
            return nil
        }
        let records = reader.at
        guard reader.skip(count * PackFormat.recordSize) else { return nil }
        self.contentHash = head.contentHash
        self.version = String(head.contentHash.prefix(16))
        self.placeCount = head.placeCount
        self.warningCount = head.warningCount
        self.languages = head.languages
        self.officeCode = head.officeCode
        self.officeName = head.officeName
        self.timeZone = head.timeZone
        self.desk = head.desk
        self.till = head.till
        self.statistics = head.statistics
        self.packPath = packPath
        self.packLength = Int(status.st_size)
        self.count = count
        self.slugOfCode = Dictionary(head.codes.map { ($0.code, $0.id) }) { first, _ in first }
        self.codeOfSlug = Dictionary(head.codes.map { ($0.id, $0.code) }) { own, _ in own }
        self.index = index
        self.records = records
        self.paths = reader.at
        guard isSound else { return nil }
    }

    /// Every record points into the index and into the pack.
    private var isSound: Bool {
        for position in 0..<count {
            let record = records + position * PackFormat.recordSize
            guard paths + Int(load(record, 4)) + Int(load(record + 4, 2)) <= index.count else { return false }
            for encoding in Entry.Encoding.allCases {
                let at = record + 24 + encoding.rawValue * 12
                let (end, overflow) = load(at, 8).addingReportingOverflow(load(at + 8, 4))
                guard !overflow, end <= UInt64(packLength) else { return false }
            }
        }
        return true
    }

    /// The index, when the footer vouches for it.
    private static func index(_ descriptor: Int32, length: Int) -> [UInt8]? {
        let footerSize = PackFormat.footerSize
        guard length >= PackFormat.magic.count + footerSize,
            let magic = FileBytes.read(descriptor, at: 0, count: PackFormat.magic.count), magic == PackFormat.magic,
            let footer = FileBytes.read(descriptor, at: length - footerSize, count: footerSize),
            footer.suffix(PackFormat.magic.count).elementsEqual(PackFormat.magic)
        else { return nil }
        var reader = ByteReader(footer)
        guard let offset = reader.integer(UInt64.self), let size = reader.integer(UInt64.self),
            let high = reader.integer(UInt64.self), let low = reader.integer(UInt64.self),
            reader.integer(UInt32.self) == PackFormat.version, offset < UInt64(length), size < UInt64(length),
            offset + size == UInt64(length - footerSize),
            let index = FileBytes.read(descriptor, at: Int(offset), count: Int(size))
        else { return nil }
        let hash = Hash.of(index)
        return hash.high == high && hash.low == low ? index : nil
    }

    /// The body that answers a path; nil when there is none.
    public func entry(path: String) -> Entry? {
        let wanted = Array(path.utf8)
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            let order = order(of: wanted, against: pathRange(middle))
            if order == 0 { return entry(at: middle) }
            if order < 0 { high = middle } else { low = middle + 1 }
        }
        return nil
    }

    /// The body at a place of the snapshot's order.
    /// - Precondition: `index` is within 0..<`count`.
    public func entry(at position: Int) -> Entry {
        precondition((0..<count).contains(position), "no such entry")
        let record = records + position * PackFormat.recordSize
        let bytes = pathRange(position)
        var slices: [Entry.Slice?] = []
        for encoding in Entry.Encoding.allCases {
            let at = record + 24 + encoding.rawValue * 12
            let length = Int(load(at + 8, 4))
            let isThere = length > 0 || encoding == .identity
            slices.append(isThere ? Entry.Slice(offset: Int(load(at, 8)), length: length) : nil)
        }
        return Entry(
            index: position, path: String(decoding: index[bytes], as: UTF8.self),
            kind: Entry.Kind(rawValue: index[record + 6]) ?? .json,
            cachePolicy: Entry.CachePolicy(rawValue: index[record + 7]) ?? .revalidate,
            hash: hexadecimal(load(record + 8, 8)) + hexadecimal(load(record + 16, 8)), slices: slices)
    }

    /// All bodies, by path. Each is made as it is asked for.
    public var entries: some Sequence<Entry> {
        (0..<count).lazy.map { self.entry(at: $0) }
    }

    /// The slug a printed code leads to, today's or a retired one.
    public func slug(code: String) -> String? {
        slugOfCode[code]
    }

    /// The code to print for a place.
    public func code(slug: String) -> String? {
        codeOfSlug[slug]
    }

    /// Every code that leads somewhere, with its slug.
    public var codes: [String: String] { slugOfCode }

    /// Is there a place of that slug?
    public func contains(place id: String) -> Bool {
        languages.first.flatMap { entry(path: "/api/v1/\($0)/places/\(id)") } != nil
    }

    /// The bytes of a body, read from the pack; nil when the pack is no longer this snapshot's.
    public func bytes(of entry: Entry, _ encoding: Entry.Encoding = .identity) -> [UInt8]? {
        guard let slice = entry.slice(encoding) else { return nil }
        let descriptor = open(packPath, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        return FileBytes.read(descriptor, at: slice.offset, count: slice.length)
    }

    /// Negative when `wanted` comes first, 0 when they are equal.
    private func order(of wanted: [UInt8], against range: Range<Int>) -> Int {
        for (offset, byte) in wanted.enumerated() {
            guard offset < range.count else { return 1 }
            let other = index[range.lowerBound + offset]
            if byte != other { return byte < other ? -1 : 1 }
        }
        return wanted.count - range.count
    }

    private func pathRange(_ position: Int) -> Range<Int> {
        let record = records + position * PackFormat.recordSize
        let start = paths + Int(load(record, 4))
        return start..<start + Int(load(record + 4, 2))
    }

    /// Little-endian.
    private func load(_ at: Int, _ size: Int) -> UInt64 {
        var value: UInt64 = 0
        for offset in (0..<size).reversed() { value = value << 8 | UInt64(index[at + offset]) }
        return value
    }
}

private func hexadecimal(_ half: UInt64) -> String {
    let digits = String(half, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
}
