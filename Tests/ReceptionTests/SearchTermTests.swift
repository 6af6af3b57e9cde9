import Reception
import Testing

@Suite struct SearchTermTests {
    @Test(
        arguments: [
            (" Pont  Romain ", "pont romain"), ("CHÂTEAU", "château"), ("cha\u{302}teau", "château"),
            ("vin\trouge\n", "vin rouge"), ("gr 653", "gr 653"), ("30250", nil), ("06 51", "06 51"), ("0651 1", nil),
            ("jeanne@example.org", nil), ("", nil), ("  ", nil),
            (String(repeating: "é", count: 60), String(repeating: "é", count: 60)),
            (String(repeating: "a", count: 61), nil), ("١٢٣٤٥", nil),
        ] as [(String, String?)])
    func `the same words are the same, and what may be personal isn't kept`(typed: String, text: String?) {
        #expect(SearchTerm(typed: typed)?.text == text)
    }
}
