import Testing

@testable import Native

/// Every element's name, attribute `a` and text, in order.
final class XMLOutline: XMLHandler {
    static let words = ["svg", "title", "path", "root", "item", "a"]
    var names: [String] = []
    var attributes: [String?] = []
    var texts: [String] = []
    var numbers: [Double?] = []
    var lines: [Int] = []

    init() {}

    convenience init(_ text: String) throws {
        self.init()
        try XMLReader(vocabulary: Self.words).read(Array(text.utf8), into: self)
    }

    func start(_ name: Int?, _ element: borrowing XMLElement) {
        names.append(name.map { Self.words[$0] } ?? "?")
        attributes.append(element.string(5))
        lines.append(element.line)
    }

    func end(_ name: Int?, _ text: borrowing XMLText) {
        texts.append(text.string)
        numbers.append(text.number)
    }
}

private func failure(_ bytes: [UInt8]) -> XMLReader.Failure? {
    do {
        try XMLReader(vocabulary: XMLOutline.words).read(bytes, into: XMLOutline())
        return nil
    } catch {
        return error
    }
}

private func failure(_ text: String) -> XMLReader.Failure? { failure(Array(text.utf8)) }

@Suite struct XMLReaderTests {
    @Test func tellsElementsAttributesTextAndLines() throws {
        let outline = try XMLOutline(
            "<root a='1'>\n<item a='&lt;é&#233;'>x<![CDATA[<y>]]>&amp;z</item>\n<other/></root>")
        #expect(outline.names == ["root", "item", "?"])
        #expect(outline.attributes == ["1", "<éé", nil])
        #expect(outline.texts == ["x<y>&z", "", ""])
        #expect(outline.lines == [1, 2, 3])
    }

    @Test func namesAreKnownWhateverTheirPrefix() throws {
        let outline = try XMLOutline("<g:root xmlns:g='urn:x' g:a='no' a='yes'><h:item>1</h:item></g:root>")
        #expect(outline.names == ["root", "item"])
        #expect(outline.attributes == ["yes", nil])
    }

    @Test(arguments: [
        ("43.7772", 43.7772), (" -0.5 \n", -0.5), ("+7", 7), (".5", 0.5), ("5.", 5), ("1e-4", 1e-4), ("1.5E3", 1500),
        ("43.77722123456789012345678", 43.77722123456789012345678), ("0.1", 0.1),
        ("9007199254740993", 9007199254740992),
        ("123456789012345678901234", 123456789012345678901234.0),
    ])
    func readsNumbersAsTheNearestDouble(_ text: String, _ value: Double) throws {
        #expect(try XMLOutline("<root>\(text)</root>").numbers == [value])
    }

    @Test(arguments: ["", " ", "NaN", "INF", "inf", "0x1F", "1,5", "12 3", "-", ".", "1e", "e5", "--1", "1e999", "１"])
    func whatIsNoNumberIsNil(_ text: String) throws {
        #expect(try XMLOutline("<root>\(text)</root>").numbers == [nil])
    }

    @Test func saysWhereTheFlawIs() throws {
        let mismatch = try #require(failure("<root>\n<item>\n</root>"))
        #expect(mismatch.kind == .malformed)
        #expect(mismatch.line == 3)
        #expect(mismatch.detail.contains("item"))
        #expect(failure("")?.kind == .empty)
        #expect(failure("   \n ")?.kind == .empty)
        #expect(failure("not xml")?.kind != nil)
        #expect(failure("<root/><root/>")?.kind == .malformed)
    }

    @Test(arguments: [
        "<root>\n<item>", "<root>\n<item a='4", "<root>\n<item a='4'", "<root>\n<!-- x", "<root>\n</ro", "<",
    ])
    func aCutFileIsToldFromAMalformedOne(_ text: String) {
        #expect(failure(text)?.kind == .truncated)
    }

    @Test func readsUTF8WithMarkUTF16AndLatin1() throws {
        let text = "<root a='é'>Sommières</root>"
        let bigEndian = Array(("\u{FEFF}" + text).utf16).flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
        let littleEndian = Array(("\u{FEFF}" + text).utf16).flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        let latin1 = ("<?xml version='1.0' encoding='ISO-8859-1'?>" + text).unicodeScalars.map { UInt8($0.value) }
        for bytes in [Array(("\u{FEFF}" + text).utf8), bigEndian, littleEndian, latin1] {
            let outline = XMLOutline()
            try XMLReader(vocabulary: XMLOutline.words).read(bytes, into: outline)
            #expect(outline.texts == ["Sommières"])
            #expect(outline.attributes == ["é"])
        }
    }

    @Test func wrongEncodingsAreCalledThat() {
        #expect(failure(Array("<root>".utf8) + [0xE9] + Array("</root>".utf8))?.kind == .encoding)
        #expect(failure("<?xml version='1.0' encoding='klingon'?><root/>")?.kind == .encoding)
    }

    @Test func aDocumentTypeIsRefusedBeforeItsEntitiesAreRead() {
        let external = "<!DOCTYPE root [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>\n<root>&x;</root>"
        let bomb = """
            <!DOCTYPE root [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
            <!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]><root>&c;</root>
            """
        let outside = "<!DOCTYPE root SYSTEM 'http://example.org/x.dtd'><root/>"
        for text in [external, bomb, outside] {
            let outline = XMLOutline()
            #expect(throws: XMLReader.Failure(kind: .documentType, line: 1, detail: "")) {
                try XMLReader(vocabulary: XMLOutline.words).read(Array(text.utf8), into: outline)
            }
            #expect(outline.names.isEmpty)
        }
        #expect(failure("<root>&unknown;</root>")?.kind == .malformed)
    }

    @Test func depthIsLimited() {
        let nested = { (depth: Int) in
            String(repeating: "<item>", count: depth) + String(repeating: "</item>", count: depth)
        }
        #expect(failure(nested(64)) == nil)
        #expect(failure(nested(65))?.kind == .tooDeep)
        #expect(failure(nested(100_000))?.kind == .tooDeep)
    }

    @Test func aTagOfThousandsOfAttributesIsRefusedAtItsLine() {
        let attributes = { (count: Int) in (0..<count).map { " b\($0)='1'" }.joined() }
        let document = { (count: Int) in "<root>\n\n<item\(attributes(count))/></root>" }
        #expect(failure(document(5_000)) == nil)
        #expect(failure(document(8_000)) == XMLReader.Failure(kind: .tagTooLong, line: 3, detail: ""))
        let wide = Array(("\u{FEFF}" + document(4_000)).utf16).flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
        #expect(failure(wide)?.kind == .tagTooLong)
        #expect(failure("<root><!--" + String(repeating: "long ", count: 30_000) + "--></root>") == nil)
    }
}
