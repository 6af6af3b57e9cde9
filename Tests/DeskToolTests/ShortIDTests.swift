import Reception
import Register
import Testing

@testable import DeskTool

@Suite struct ShortIDTests {
    @Test func `an id is cut after the millisecond it was born in, later where another begins alike`() throws {
        let texts = [
            "019f8a2c-1b3d-7000-8000-000000000001", "019f8a2c-1b3d-7000-8000-000000000002",
            "019f8a2c-1b3e-7000-8000-000000000001",
        ]
        let ids = try texts.map { try #require(FactID($0)) }
        let short = ShortIDs(ids)
        #expect(ids.map { short[$0] } == [texts[0], texts[1], "019f8a2c-1b3e"])
        #expect(ids[0].short == "019f8a2c-1b3d")
    }

    @Test func `an id derived from the one before it is always the same, and is a UUIDv8`() {
        let first = FactID(after: nil, "comptoir")
        #expect(first == FactID(after: nil, "comptoir"))
        #expect(first != FactID(after: nil, "comptoir2") && first != FactID(after: first, "comptoir"))
        let text = Array(first.description)
        #expect(text[14] == "8" && "89ab".contains(text[19]))
    }
}

@Suite struct ShellWordsTests {
    @Test func `what a shell would take for something else is quoted`() {
        #expect(
            ShellWords.line(["desk", "visit", "34", "2+2", "randonnée", "@14:30"])
                == "desk visit 34 2+2 randonnée @14:30")
        #expect(ShellWords.line(["?", "<2", ">15", "a b", "l'eau", ""]) == "'?' '<2' '>15' 'a b' 'l'\\''eau' ''")
    }
}
