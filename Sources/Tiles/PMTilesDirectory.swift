/// One directory of a PMTiles file: which tiles, and where they or the directories that know them are.
struct PMTilesDirectory: Sendable {
    /// A makers' directories have some 16 KiB; this is room enough for a file with a root directory only.
    static let largest = 1 << 20
    static let largestInflated = 8 << 20

    /// What a directory knows of a tile. Tile ranges count from the tiles' section, leaf ranges from the leaves'.
    enum Finding: Equatable {
        case nothing
        case tile(PMTilesRange)
        case leaf(PMTilesRange)
    }

    private struct Entry {
        var firstID: UInt64
        /// How many tiles in a row are the same; 0: a leaf directory.
        var run: UInt64 = 0
        var range = PMTilesRange(offset: 0, count: 0)

        var finding: Finding { run == 0 ? .leaf(range) : .tile(range) }
    }

    private let entries: [Entry]

    /// Nil when the bytes contradict themselves.
    init?(_ bytes: [UInt8]) {
        var reader = VarintReader(bytes)
        // Four numbers an entry, of a byte each at least: a lying count asks for no memory.
        guard let count = reader.next().flatMap({ Int(exactly: $0) }), count <= bytes.count / 4 else { return nil }
        var entries: [Entry] = []
        entries.reserveCapacity(count)
        var id: UInt64 = 0
        for index in 0..<count {
            guard let step = reader.next(), index == 0 || step > 0 else { return nil }
            let (next, overflow) = id.addingReportingOverflow(step)
            guard !overflow else { return nil }
            id = next
            entries.append(Entry(firstID: id))
        }
        for index in entries.indices {
            guard let run = reader.next() else { return nil }
            entries[index].run = run
        }
        var lengths: [Int] = []
        lengths.reserveCapacity(count)
        for _ in 0..<count {
            guard let length = reader.next().flatMap({ Int(exactly: $0) }) else { return nil }
            lengths.append(length)
        }
        var end = 0
        for index in entries.indices {
            guard let coded = reader.next().flatMap({ Int(exactly: $0) }) else { return nil }
            // 0: right after the one before.
            guard coded > 0 || index > 0 else { return nil }
            let offset = coded == 0 ? end : coded - 1
            let (next, overflow) = offset.addingReportingOverflow(lengths[index])
            guard !overflow else { return nil }
            end = next
            entries[index].range = PMTilesRange(offset: offset, count: lengths[index])
        }
        self.entries = entries
    }

    /// What the first entry says.
    var first: Finding { entries.first?.finding ?? .nothing }

    func find(_ id: UInt64) -> Finding {
        // The last entry that begins at or before the tile.
        var (low, high) = (0, entries.count)
        while low < high {
            let middle = (low + high) / 2
            if entries[middle].firstID <= id { low = middle + 1 } else { high = middle }
        }
        guard low > 0 else { return .nothing }
        let entry = entries[low - 1]
        return entry.run == 0 || id - entry.firstID < entry.run ? entry.finding : .nothing
    }
}

/// Numbers of 7 bits a byte, the lowest first (LEB128).
struct VarintReader {
    private let bytes: [UInt8]
    private var at = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// Nil at the end, and for a number of more than 64 bits.
    mutating func next() -> UInt64? {
        var value: UInt64 = 0
        var shift: UInt64 = 0
        while at < bytes.count, shift < 64 {
            let byte = bytes[at]
            at += 1
            guard shift < 63 || byte & 0x7F <= 1 else { return nil }
            value |= UInt64(byte & 0x7F) << shift
            if byte < 0x80 { return value }
            shift += 7
        }
        return nil
    }
}
