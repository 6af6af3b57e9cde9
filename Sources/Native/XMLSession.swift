import CLibXML2

typealias XMLAttributes = UnsafeMutablePointer<UnsafePointer<UInt8>?>

/// One document being read: what libxml2's callbacks find behind their context pointer.
///
/// A value at a fixed address instead of an object: two callbacks a point add up, and an object's counts and access
/// checks cost a third of the whole.
struct XMLSession {
    private let context: xmlParserCtxtPtr
    private let handler: any XMLHandler
    private let maximumDepth: Int
    /// libxml2 keeps one copy of every name of a document, so that names are equal when their pointers are.
    private let words: [UnsafePointer<UInt8>?]
    private var text: [UInt8] = []
    private var isGathering = false
    private var depth = 0
    private var failure: XMLReader.Failure?

    init(context: xmlParserCtxtPtr, handler: any XMLHandler, vocabulary: [String], maximumDepth: Int) {
        self.context = context
        self.handler = handler
        self.maximumDepth = maximumDepth
        words = vocabulary.map { xmlDictLookup(context.pointee.dict, $0, Int32($0.utf8.count)) }
    }

    /// Reads the whole document; returns what stopped it, if anything did.
    mutating func run() -> XMLReader.Failure? {
        let context = context
        xmlCtxtUseOptions(context, Int32(XML_PARSE_NONET.rawValue | XML_PARSE_NOWARNING.rawValue))
        context.pointee.sax.pointee = Self.subscriptions()
        let result = withUnsafeMutablePointer(to: &self) { session in
            context.pointee.userData = UnsafeMutableRawPointer(session)
            return xmlParseDocument(context)
        }
        if failure == nil, result != 0 || context.pointee.wellFormed == 0 {
            stop(.malformed)
        }
        return failure
    }

    /// Only what is listed is asked of libxml2: no tree, no comments, no entities of the document's own.
    private static func subscriptions() -> xmlSAXHandler {
        var sax = xmlSAXHandler()
        sax.initialized = UInt32(XML_SAX2_MAGIC)
        sax.internalSubset = { session, _, _, _ in XMLSession.at(session)?.pointee.stop(.documentType) }
        sax.startElementNs = { session, name, _, _, _, _, count, _, attributes in
            XMLSession.at(session)?.pointee.start(name, attributes, count: Int(count))
        }
        sax.endElementNs = { session, name, _, _ in XMLSession.at(session)?.pointee.end(name) }
        sax.characters = { session, start, count in XMLSession.at(session)?.pointee.append(start, count: Int(count)) }
        sax.ignorableWhitespace = sax.characters
        sax.cdataBlock = sax.characters
        sax.serror = { session, error in XMLSession.at(session)?.pointee.note(error) }
        return sax
    }

    private static func at(_ pointer: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<XMLSession>? {
        pointer?.assumingMemoryBound(to: XMLSession.self)
    }

    private mutating func start(_ name: UnsafePointer<UInt8>?, _ attributes: XMLAttributes?, count: Int) {
        depth += 1
        guard depth <= maximumDepth else { return stop(.tooDeep) }
        text.removeAll(keepingCapacity: true)
        isGathering = true
        let element = XMLElement(attributes: attributes, count: count, words: words, line: line, depth: depth)
        handler.start(words.firstIndex(of: name), element)
    }

    private mutating func end(_ name: UnsafePointer<UInt8>?) {
        depth -= 1
        text.withUnsafeBufferPointer { bytes in
            handler.end(words.firstIndex(of: name), XMLText(bytes: bytes, line: line))
        }
        text.removeAll(keepingCapacity: true)
        isGathering = false
    }

    private mutating func append(_ start: UnsafePointer<UInt8>?, count: Int) {
        guard isGathering else { return }
        text.append(contentsOf: UnsafeBufferPointer(start: start, count: count))
    }

    /// libxml2 also reports what it can live with, such as an undeclared prefix: only what is fatal stops us.
    private mutating func note(_ error: xmlErrorPtr?) {
        guard let error = error?.pointee, error.level == XML_ERR_FATAL, failure == nil else { return }
        var detail = error.message.map { String(cString: $0) } ?? ""
        while detail.last?.isWhitespace == true { detail.removeLast() }
        stop(kind(of: xmlParserErrors(UInt32(error.code))), detail, line: Int(error.line))
    }

    private func kind(of code: xmlParserErrors) -> XMLReader.Failure.Kind {
        let input = context.pointee.input?.pointee
        let next: UInt8? = input.flatMap { $0.cur < $0.end ? $0.cur.pointee : nil }
        switch code {
        case XML_ERR_DOCUMENT_EMPTY: return .empty
        case XML_ERR_INVALID_ENCODING, XML_ERR_UNSUPPORTED_ENCODING, XML_ERR_UNKNOWN_ENCODING, XML_I18N_CONV_FAILED,
            XML_IO_ENCODER:
            return .encoding
        case XML_ERR_INVALID_CHAR where next.map { $0 >= 0x80 } ?? false: return .encoding
        case XML_ERR_TAG_NOT_FINISHED: return .truncated
        // A whole end tag that is the wrong one, though it may be the last thing in the file.
        case XML_ERR_TAG_NAME_MISMATCH where input.map { $0.cur > $0.base && $0.cur[-1] == UInt8(ascii: ">") } ?? false:
            return .malformed
        default: return next == nil || next == 0 ? .truncated : .malformed
        }
    }

    private var line: Int { max(Int(xmlSAX2GetLineNumber(context)), 1) }

    private mutating func stop(_ kind: XMLReader.Failure.Kind, _ detail: String = "", line: Int? = nil) {
        if failure == nil { failure = .init(kind: kind, line: max(line ?? self.line, 1), detail: detail) }
        xmlStopParser(context)
    }
}
