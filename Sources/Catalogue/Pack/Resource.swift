import Native

/// A response body with its encodings, on its way into the pack.
struct Resource: Sendable {
    var path: String
    var kind: Entry.Kind
    var cachePolicy: Entry.CachePolicy
    var hash: Hash
    /// By `Entry.Encoding.rawValue`; empty where an encoding would gain nothing.
    var bodies: [[UInt8]]

    /// Bytes that gain nothing by compression.
    init(path: String, kind: Entry.Kind, incompressible bytes: [UInt8], hash: Hash) {
        self.path = path
        self.kind = kind
        self.cachePolicy = .immutable
        self.hash = hash
        self.bodies = [bytes, [], []]
    }

    /// Text, compressed as hard as `effort` says.
    init(
        path: String, kind: Entry.Kind, cachePolicy: Entry.CachePolicy = .revalidate, text bytes: [UInt8],
        effort: Effort
    ) {
        self.path = path
        self.kind = kind
        self.cachePolicy = cachePolicy
        self.hash = Hash.of(bytes)
        self.bodies = [bytes] + effort.encoded(bytes)
    }
}

/// How hard bodies are compressed.
enum Effort: Sendable {
    /// A content of a usual size: it is compressed once and sent thousands of times.
    case thorough
    /// One of thousands of places: a cold start is seconds, not minutes. Brotli is left out: as quick as gzip, it is no smaller (a
    /// place of 8 KiB takes 3.2 KiB with either in 0.04 ms; with brotli's quality 5, 2.9 KiB in eight times as long).
    case quick
    /// The catalogue of thousands of places: megabytes that every screen asks for.
    case balanced

    /// Beyond this, quick.
    private static let thoroughPlaces = 500

    init(places: Int) {
        self = places <= Self.thoroughPlaces ? .thorough : .quick
    }

    /// For the few bodies that everybody asks for.
    var forCatalogue: Effort { self == .quick ? .balanced : self }

    /// Gzip and brotli; empty where they save less than a tenth.
    func encoded(_ bytes: [UInt8]) -> [[UInt8]] {
        // Below this the headers of an answer weigh more than what is saved.
        guard bytes.count >= 256 else { return [[], []] }
        let bodies =
            switch self {
            case .thorough: [Gzip.compress(bytes, level: 9), Brotli.compress(bytes, quality: 9)]
            case .quick: [Gzip.compress(bytes, level: 2), []]
            case .balanced: [Gzip.compress(bytes, level: 6), Brotli.compress(bytes, quality: 5)]
            }
        return bodies.map { $0.count < bytes.count - bytes.count / 10 ? $0 : [] }
    }
}
