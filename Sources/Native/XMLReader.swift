import CLibXML2

/// What receives a document, element by element, in document order.
///
/// Names are given as positions in the reader's vocabulary, so that nothing is allocated per element;
/// a name outside the vocabulary is `nil`. Namespace prefixes are dropped: `<g:trkpt>` is `trkpt`.
public protocol XMLHandler: AnyObject {
    /// An element opens. `element` is valid during the call only, which its type makes sure of.
    func start(_ name: Int?, _ element: borrowing XMLElement)
    /// An element closes. `text` is its text up to its first child, without comments: all of it when it has no child.
    func end(_ name: Int?, _ text: borrowing XMLText)
}

/// A streaming reader of XML 1.0 over libxml2's SAX2 interface.
///
/// It opens no file and no connection. A document type declaration is refused, and with it every entity but the five
/// of XML itself: no external entity is read and none can be made to swell. UTF-8, UTF-16 and what iconv knows are read.
public struct XMLReader: Sendable {
    /// Why a document was not read to its end.
    public struct Failure: Error, Equatable, Sendable {
        /// What kind of flaw it is.
        public enum Kind: Equatable, Sendable {
            /// Not well-formed; `detail` says how.
            case malformed
            /// The document stops before its last element closes.
            case truncated
            /// There is nothing to read.
            case empty
            /// Bytes that are not in the encoding the document declares, or an encoding nobody knows.
            case encoding
            /// It has a document type declaration (`<!DOCTYPE`), which is not accepted.
            case documentType
            /// Elements nest deeper than allowed.
            case tooDeep
            /// One tag is longer than `maximumTagBytes`.
            case tagTooLong
        }
        /// What kind of flaw it is.
        public let kind: Kind
        /// The line where reading stopped, from 1.
        public let line: Int
        /// libxml2's sentence, in English, without a final newline; empty when `kind` says it all.
        public let detail: String
    }

    /// The local names that matter, of elements and attributes alike; their positions are what a handler gets.
    public let vocabulary: [String]
    /// How deep elements may nest.
    public let maximumDepth: Int

    /// 64 KiB for one tag: libxml2 compares each attribute with all others of its element, which takes minutes for a tag of
    /// a few MiB.
    public static let maximumTagBytes = 65_536

    /// A reader for documents whose interesting names are `vocabulary`.
    public init(vocabulary: [String], maximumDepth: Int = 64) {
        self.vocabulary = vocabulary
        self.maximumDepth = maximumDepth
    }

    /// libxml2 sets up its tables once, before several threads use it.
    private static let ready: Void = xmlInitParser()

    /// Reads `bytes` and tells `handler` of every element; what was told before a failure stays told.
    public func read(_ bytes: [UInt8], into handler: some XMLHandler) throws(Failure) {
        _ = Self.ready
        guard !bytes.isEmpty else { throw Failure(kind: .empty, line: 1, detail: "") }
        if let line = Self.lineOfLongTag(bytes) { throw Failure(kind: .tagTooLong, line: line, detail: "") }
        let failure = bytes.withUnsafeBytes { buffer -> Failure? in
            guard buffer.count <= Int(Int32.max) / 2,
                let context = xmlCreateMemoryParserCtxt(buffer.baseAddress, Int32(buffer.count))
            else { return Failure(kind: .malformed, line: 1, detail: "the document is too large") }
            defer { xmlFreeParserCtxt(context) }
            var session = XMLSession(
                context: context, handler: handler, vocabulary: vocabulary, maximumDepth: maximumDepth)
            return session.run()
        }
        if let failure { throw failure }
    }

    /// The line of the first tag that is too long, in any encoding that has `<` and `>` as bytes.
    private static func lineOfLongTag(_ bytes: [UInt8]) -> Int? {
        guard bytes.count > maximumTagBytes else { return nil }
        var at = bytes.startIndex
        while let start = bytes[at...].firstIndex(of: UInt8(ascii: "<")) {
            let end = bytes[start...].firstIndex(of: UInt8(ascii: ">")) ?? bytes.endIndex
            let opensElement =
                bytes[start..<end].dropFirst().first { $0 != 0 }.map { !"!?/".utf8.contains($0) } ?? false
            if opensElement, end - start > maximumTagBytes {
                return bytes[..<start].count { $0 == UInt8(ascii: "\n") } + 1
            }
            at = end
        }
        return nil
    }
}

/// An element's attributes and place. It cannot be kept or copied: it points into the reader's memory.
public struct XMLElement: ~Copyable {
    let attributes: XMLAttributes?
    let count: Int
    let words: [UnsafePointer<UInt8>?]
    /// The line where its start tag ends, from 1.
    public let line: Int
    /// How deep it is: 1 for the root.
    public let depth: Int

    /// The value of an attribute without namespace, as a number; nil if it is absent or not a number.
    public func number(_ word: Int) -> Double? {
        bytes(of: word).flatMap(DecimalText.number)
    }

    /// The value of an attribute without namespace; nil if it is absent.
    public func string(_ word: Int) -> String? {
        bytes(of: word).map { String(decoding: $0, as: UTF8.self) }
    }

    /// libxml2 gives five pointers an attribute: local name, prefix, namespace, start and end of its value.
    private func bytes(of word: Int) -> UnsafeBufferPointer<UInt8>? {
        guard let attributes else { return nil }
        for index in 0..<count {
            let fields = attributes + 5 * index
            if fields[0] == words[word], fields[1] == nil, let start = fields[3], let end = fields[4] {
                return UnsafeBufferPointer(start: start, count: end - start)
            }
        }
        return nil
    }
}

/// An element's text. It cannot be kept or copied: it points into the reader's memory.
public struct XMLText: ~Copyable {
    let bytes: UnsafeBufferPointer<UInt8>
    /// The line where its end tag is, from 1.
    public let line: Int

    /// The text as a number (white space around it does not count); nil if it is not one.
    public var number: Double? { DecimalText.number(bytes) }

    /// The text as it stands.
    public var string: String { String(decoding: bytes, as: UTF8.self) }
}
