import Reception
import Testing

@Suite struct DeskCompletionTests {
    private func words(_ text: String) -> [String] {
        DeskLine.completions(of: text, in: DeskOffice.context).map(\.word)
    }

    @Test func `what is typed of a word is completed with its meaning`() {
        let completion = DeskLine.completions(of: "34 2 ran", in: DeskOffice.context).first
        #expect(
            completion?.word == "rando" && completion?.meaning.fr == "randonnée" && completion?.meaning.en == "hiking")
        #expect(completion?.meaning.field == .topic)
        #expect(words("Alle") == ["allemagne"] && words("héra") == ["herault"])
        #expect(words("34 2 f").first == "famille")
    }

    @Test func `an empty place is offered what most lines say, without what this one says`() {
        #expect(words("").contains("rando") && words("").contains("famille") && words("").contains("tel"))
        #expect(!words("famille tel ").contains("famille") && !words("famille tel ").contains("tel"))
        #expect(!words("rando caveau vv ").contains("resto"))
    }

    @Test func `numbers become départements and the territory's postcodes, and a sign moments`() {
        #expect(words("30").first == "30" && words("302").contains("30250"))
        #expect(words("@").contains("@hier") && words("@h") == ["@hier"])
    }

    @Test func `every completion reads as what it says`() {
        for letter in "abcdefghijklmnopqrstuvwxyz0123456789@" {
            for completion in DeskLine.completions(of: String(letter), in: DeskOffice.context) {
                let line = DeskOffice.read(completion.word)
                #expect(line.problems.isEmpty && line.tokens.first?.meaning == completion.meaning, "\(completion)")
            }
        }
    }
}
