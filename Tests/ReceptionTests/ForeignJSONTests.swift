import Reception
import Testing

@Suite struct ForeignJSONTests {
    @Test(arguments: ["[", "{\"a\":", "[{\"a\":", "[\"]\","])
    func `what nests deeper than the decoder goes isn't given to it`(opening: String) {
        let levels = opening.hasPrefix("[{") ? 2 : 1
        func text(_ depth: Int) -> [UInt8] { Array(String(repeating: opening, count: depth / levels).utf8) }
        #expect(ForeignJSON.isReadable(text(512)))
        #expect(!ForeignJSON.isReadable(text(514)))
        // The decoder itself refuses what is let through and isn't closed, rather than to stop the process.
        for depth in 508...514 {
            #expect(throws: Refusal.self) {
                try InteractionBatch(json: text(depth), receivedAt: Instant(milliseconds: 0))
            }
            #expect(throws: Refusal.self) { try Trouble(json: text(depth)) }
        }
    }

    @Test func `brackets in texts, and those that are closed, don't count`() {
        let brackets = String(repeating: "[{", count: 600)
        for text in ["[\"\(brackets)\"]", "[\"\\\"\(brackets)\"]", "[\(String(repeating: "[],", count: 600))[]]"] {
            #expect(ForeignJSON.isReadable(Array(text.utf8)))
        }
        #expect(!ForeignJSON.isReadable(Array("[\"\\\\\"\(brackets)".utf8)))
    }

    @Test func `text with a NUL is none, and so is UTF-16`() {
        #expect(!ForeignJSON.isReadable([0x5B, 0x00, 0x5D]))
        #expect(!ForeignJSON.isReadable("[]".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }))
    }
}
