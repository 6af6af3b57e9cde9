/// Cuts an XML document without document type into tags and texts, tag by tag. It is stricter than XML: whatever it doesn't
/// understand is broken, so that nothing passes unseen.
struct MarkupScanner {
    struct Element {
        var name: String
        var attributes: [(name: String, value: String)] = []
        var isEmpty = false
        var line: Int
    }

    enum Token {
        case start(Element)
        case end(name: String, line: Int)
        case text(String, line: Int)
        /// `<!DOCTYPE`, or an instruction other than `<?xml …?>`.
        case declaration(line: Int)
        case broken(line: Int)
        case finished
    }

    private let bytes: [UInt8]
    private var at = 0
    /// Where the scanner is, from 1.
    private(set) var line = 1

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    mutating func next() -> Token {
        guard at < bytes.count else { return .finished }
        let line = line
        guard bytes[at] == UInt8(ascii: "<") else {
            guard let text = decoded(upTo: UInt8(ascii: "<")) else { return .broken(line: line) }
            return .text(text, line: line)
        }
        if skip("<!--") {
            return skipPast("-->") == nil ? .broken(line: line) : next()
        }
        if skip("<![CDATA[") {
            guard let text = skipPast("]]>") else { return .broken(line: line) }
            return .text(String(decoding: text, as: UTF8.self), line: line)
        }
        if at == 0, skip("<?xml ") {
            return skipPast("?>") == nil ? .broken(line: line) : next()
        }
        if skip("<?") || skip("<!") { return .declaration(line: line) }
        if skip("</") { return closing(line: line) }
        at += 1
        return opening(line: line)
    }

    private mutating func closing(line: Int) -> Token {
        guard let name = name() else { return .broken(line: line) }
        skipSpaces()
        return skip(">") ? .end(name: name, line: line) : .broken(line: line)
    }

    private mutating func opening(line: Int) -> Token {
        guard let name = name() else { return .broken(line: line) }
        var element = Element(name: name, line: line)
        while true {
            let spaced = skipSpaces()
            if skip("/>") {
                element.isEmpty = true
                return .start(element)
            }
            if skip(">") { return .start(element) }
            guard spaced, let attribute = self.name() else { return .broken(line: line) }
            skipSpaces()
            guard skip("=") else { return .broken(line: line) }
            skipSpaces()
            guard at < bytes.count, bytes[at] == UInt8(ascii: "\"") || bytes[at] == UInt8(ascii: "'") else {
                return .broken(line: line)
            }
            let quote = bytes[at]
            at += 1
            guard let value = decoded(upTo: quote), at < bytes.count else { return .broken(line: line) }
            at += 1
            element.attributes.append((attribute, value))
        }
    }

    /// ASCII only: SVG has no other names.
    private mutating func name() -> String? {
        let start = at
        while at < bytes.count {
            let byte = bytes[at]
            let isLetter = (97...122).contains(byte) || (65...90).contains(byte)
            let isOther = (48...57).contains(byte) || byte == 45 || byte == 46 || byte == 58 || byte == 95
            guard isLetter || isOther && at > start else { break }
            at += 1
        }
        return at > start ? String(decoding: bytes[start..<at], as: UTF8.self) : nil
    }

    /// Text up to `stop`, or to the end of the document, with its character references read; nil when one is wrong.
    private mutating func decoded(upTo stop: UInt8) -> String? {
        var text: [UInt8] = []
        while at < bytes.count, bytes[at] != stop {
            let byte = bytes[at]
            if byte == UInt8(ascii: "<") { return nil }
            if byte == UInt8(ascii: "&") {
                guard let reference = reference() else { return nil }
                text += Array(String(reference).utf8)
                continue
            }
            if byte == 10 { line += 1 }
            text.append(byte)
            at += 1
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// `&amp;`, `&#38;` or `&#x26;`: without a document type there are no others.
    private mutating func reference() -> Unicode.Scalar? {
        guard let end = bytes[at...].prefix(12).firstIndex(of: UInt8(ascii: ";")) else { return nil }
        let name = String(decoding: bytes[at + 1..<end], as: UTF8.self)
        at = end + 1
        if name.hasPrefix("#x") { return UInt32(name.dropFirst(2), radix: 16).flatMap(Unicode.Scalar.init) }
        if name.hasPrefix("#") { return UInt32(name.dropFirst()).flatMap(Unicode.Scalar.init) }
        return ["amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'"][name]
    }

    private mutating func skip(_ text: StaticString) -> Bool {
        let end = at + text.utf8CodeUnitCount
        guard end <= bytes.count, bytes[at..<end].elementsEqual(text.description.utf8) else { return false }
        at = end
        return true
    }

    /// What stands before `text`, which is skipped too; nil when it never comes.
    private mutating func skipPast(_ text: StaticString) -> ArraySlice<UInt8>? {
        let start = at
        while at < bytes.count {
            let here = at
            if skip(text) { return bytes[start..<here] }
            if bytes[at] == 10 { line += 1 }
            at += 1
        }
        return nil
    }

    @discardableResult
    private mutating func skipSpaces() -> Bool {
        let start = at
        while at < bytes.count, bytes[at] == 32 || (9...10).contains(bytes[at]) || bytes[at] == 13 {
            if bytes[at] == 10 { line += 1 }
            at += 1
        }
        return at > start
    }
}
