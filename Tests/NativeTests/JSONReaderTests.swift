import Testing

@testable import Native

/// All that is told of a text, one word each.
private final class JSONOutline: JSONHandler {
    static let words = ["id", "list"]
    var told: [String] = []
    var stopsAt: String?

    private func tell(_ what: String) -> Bool {
        told.append(what)
        return what != stopsAt
    }

    func object(_ edge: JSONReader.Edge) -> Bool { tell(edge == .start ? "{" : "}") }
    func list(_ edge: JSONReader.Edge) -> Bool { tell(edge == .start ? "[" : "]") }
    func key(_ name: Int?) -> Bool { tell(name.map { Self.words[$0] + ":" } ?? "?:") }
    func text(_ text: borrowing JSONText) -> Bool { tell(text.string.map { "'\($0)'" } ?? "broken") }
    func number(_ number: Int) -> Bool { tell("\(number)") }
    func number(_ number: Double) -> Bool { tell("\(number)f") }
    func flag(_ flag: Bool) -> Bool { tell("\(flag)") }
    func null() -> Bool { tell("null") }
}

private func read(_ bytes: [UInt8], depth: Int = 4, stopsAt: String? = nil) -> (isRead: Bool, told: String) {
    let outline = JSONOutline()
    outline.stopsAt = stopsAt
    let isRead = JSONReader(vocabulary: JSONOutline.words, maximumDepth: depth).read(bytes, into: outline)
    return (isRead, outline.told.joined(separator: " "))
}

@Suite struct JSONReaderTests {
    @Test func `tells all there is, in its order`() {
        let (isRead, told) = read(
            Array(#" {"id": "é🍷", "list": [1, -2, 0.5, 1e2, true, false, null, "", {}], "other": []} "#.utf8))
        #expect(isRead)
        #expect(told == "{ id: 'é🍷' list: [ 1 -2 0.5f 100.0f true false null '' { } ] ?: [ ] }")
    }

    @Test(arguments: [
        "", " ", "{", "[1", "[1,]", "[1 2]", "{\"id\"}", "{\"id\":}", "{1:2}", "[1]]", "[1] x", "[] []", "\u{FEFF}[]",
        "[\u{0B}]", "[\u{0C}]",
        "[\u{0}]", "[01]", "[+1]", "[1.]", "[1e400]", "[9223372036854775808]", "[NaN]", "[tru]", "['a']", "[\"a\nb\"]",
        "[\"a", "[/**/]",
        #"["a\n"]"#, #"["\ud83c\udf77"]"#,
    ])
    func `what isn't plain JSON is not read to its end`(text: String) {
        #expect(!read(Array(text.utf8)).isRead)
    }

    @Test func `objects and lists nest as deep as is allowed`() {
        #expect(read(Array("[{\"id\":[[]]}]".utf8)).isRead)
        #expect(!read(Array("[{\"id\":[[[]]]}]".utf8)).isRead)
    }

    @Test func `a handler that says stop is told no more`() {
        let (isRead, told) = read(Array("[1,2,3]".utf8), stopsAt: "2")
        #expect(!isRead)
        #expect(told == "[ 1 2")
    }

    @Test(arguments: [[0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80]] as [[UInt8]])
    func `a text that isn't UTF-8 is none`(bytes: [UInt8]) {
        let (isRead, told) = read(Array("[\"".utf8) + bytes + Array("\"]".utf8))
        #expect(!isRead || told == "[ broken ]")
    }
}
