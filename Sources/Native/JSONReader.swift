/// What receives a JSON text, in its order. Each answers whether to go on; false ends the reading.
public protocol JSONHandler: AnyObject {
    /// An object opens or closes.
    func object(_ edge: JSONReader.Edge) -> Bool
    /// A list opens or closes.
    func list(_ edge: JSONReader.Edge) -> Bool
    /// The name of what follows, by its position in the reader's vocabulary; nil for any other.
    func key(_ name: Int?) -> Bool
    /// A text. `text` is valid during the call only, which its type makes sure of.
    func text(_ text: borrowing JSONText) -> Bool
    /// A number without fraction and exponent.
    func number(_ number: Int) -> Bool
    /// Any other number, finite.
    func number(_ number: Double) -> Bool
    /// `true` or `false`.
    func flag(_ flag: Bool) -> Bool
    /// `null`.
    func null() -> Bool
}

/// A streaming reader of plain JSON over yajl, for what comes often and is made by programs: no tree, no allocation for a key.
///
/// **Plain** means without backslash, since yajl takes half a surrogate pair for a character; without the vertical tab and the form
/// feed, which it takes for spaces; and without numbers beyond an `Int` or a `Double`. It says no more than that: who needs to know why
/// asks a reader that does.
public struct JSONReader: Sendable {
    /// Where an object or a list begins or ends.
    public enum Edge: Sendable {
        case start, end
    }

    /// The keys that matter; their positions are what a handler gets.
    public let vocabulary: [String]
    /// How deep objects and lists may nest.
    public let maximumDepth: Int

    private let words: [[UInt8]]

    /// A reader for texts whose interesting keys are `vocabulary`.
    public init(vocabulary: [String], maximumDepth: Int = 64) {
        self.vocabulary = vocabulary
        self.maximumDepth = maximumDepth
        words = vocabulary.map { Array($0.utf8) }
    }

    /// Reads `bytes` and tells `handler` of everything in them. True when they are one plain JSON text to their end and the
    /// handler never said stop; what was told before stays told.
    public func read(_ bytes: [UInt8], into handler: some JSONHandler) -> Bool {
        guard !bytes.contains(where: { $0 == UInt8(ascii: "\\") || $0 == 0x0B || $0 == 0x0C }) else { return false }
        return bytes.withUnsafeBufferPointer {
            var session = JSONSession(handler: handler, words: words, maximumDepth: maximumDepth)
            return session.read($0)
        }
    }
}

/// A text of a JSON document. It cannot be kept or copied: it points into the document.
public struct JSONText: ~Copyable {
    let bytes: UnsafeBufferPointer<UInt8>

    /// The text; nil when its bytes aren't UTF-8. yajl's own check lets overlong forms and surrogates through.
    public var string: String? { String(validating: bytes, as: UTF8.self) }
}
