import Glibc

/// The bytes of a response: in memory or a slice of a `MappedFile`. Copying a `Body` shares its bytes.
///
/// `@unchecked Sendable`: the bytes are never written after `init` and live as long as `owner`.
public struct Body: @unchecked Sendable {
    let owner: AnyObject?
    /// Nil when there are none.
    let base: UnsafeRawPointer?
    /// Length in bytes.
    public let count: Int

    /// No bytes.
    public static let empty = Body(owner: nil, base: nil, count: 0)

    private init(owner: AnyObject?, base: UnsafeRawPointer?, count: Int) {
        self.owner = owner
        self.base = base
        self.count = count
    }

    /// A copy of `bytes`.
    public init(_ bytes: [UInt8]) {
        self = bytes.withUnsafeBytes(Body.init(copying:))
    }

    /// The UTF-8 bytes of `text`.
    public init(_ text: String) {
        var text = text
        self = text.withUTF8 { Body(copying: UnsafeRawBufferPointer($0)) }
    }

    /// The bytes of `file` in `range` (all of them by default), without a copy. The file stays mapped as long as the
    /// body or a response made of it. The range must be inside `0..<file.count`.
    public init(_ file: MappedFile, range: Range<Int>? = nil) {
        let range = range ?? 0..<file.count
        precondition(range.lowerBound >= 0 && range.upperBound <= file.count, "a range outside the mapped file")
        self.init(owner: file, base: file.base.map { $0 + range.lowerBound }, count: range.count)
    }

    private init(copying bytes: UnsafeRawBufferPointer) {
        guard let source = bytes.baseAddress, !bytes.isEmpty else {
            self = .empty
            return
        }
        let memory = Memory(copying: source, count: bytes.count)
        self.init(owner: memory, base: UnsafeRawPointer(memory.base), count: bytes.count)
    }

    /// The bytes in `range` (inside `0..<count`), sharing this body's memory.
    public func slice(_ range: Range<Int>) -> Body {
        precondition(range.lowerBound >= 0 && range.upperBound <= count, "a range outside the body")
        return Body(owner: owner, base: base.map { $0 + range.lowerBound }, count: range.count)
    }

    var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: base, count: count) }

    /// Calls `body` with the bytes, which are valid during the call.
    public func withBytes<Result>(_ body: (RawSpan) throws -> Result) rethrows -> Result {
        try body(bytes.bytes)
    }

    /// Bytes at an address that doesn't move, which Swift doesn't promise of an array.
    private final class Memory {
        let base: UnsafeMutableRawPointer

        init(copying source: UnsafeRawPointer, count: Int) {
            base = .allocate(byteCount: count, alignment: 1)
            base.copyMemory(from: source, byteCount: count)
        }

        deinit { base.deallocate() }
    }
}
