/// A ready response body: where its bytes are in the pack, and what to say of them.
public struct Entry: Sendable {
    /// How a body is coded.
    public enum Encoding: Int, CaseIterable, Sendable {
        case identity, gzip, brotli
    }

    /// How long a body may be kept.
    public enum CachePolicy: UInt8, Sendable {
        /// Ask again each time, with the ETag.
        case revalidate
        /// The name holds the content: keep it for ever.
        case immutable
    }

    /// What a body is.
    public enum Kind: UInt8, Sendable {
        case json, gpx, svg, jpeg, calendar

        /// For `Content-Type`.
        public var contentType: String {
            switch self {
            case .json: "application/json"
            case .gpx: "application/gpx+xml"
            case .svg: "image/svg+xml"
            case .jpeg: "image/jpeg"
            case .calendar: "text/calendar; charset=utf-8"
            }
        }
    }

    /// Where bytes are in the pack.
    public struct Slice: Hashable, Sendable {
        /// From the beginning of the file.
        public let offset: Int
        /// In bytes.
        public let length: Int
    }

    /// The place in the snapshot's order, 0..<count: fit for an array of prepared responses.
    public let index: Int
    /// The path it answers, `/api/v1/fr/catalogue`.
    public let path: String
    /// What it is.
    public let kind: Kind
    /// How long it may be kept.
    public let cachePolicy: CachePolicy
    /// 32 hexadecimal digits, of the identity body.
    public let hash: String
    /// By `Encoding.rawValue`; nil where an encoding would gain nothing.
    let slices: [Slice?]

    /// For `Content-Type`.
    public var contentType: String { kind.contentType }

    /// The bytes in one encoding; nil when there are none: then serve the identity.
    public func slice(_ encoding: Encoding) -> Slice? {
        slices[encoding.rawValue]
    }
}
