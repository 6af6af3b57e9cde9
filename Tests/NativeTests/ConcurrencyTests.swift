import Testing

@testable import Native

@Suite struct ConcurrencyTests {
    /// The libraries keep tables of their own: many threads at once must get what one gets.
    @Test func manyThreadsGetWhatOneGets() async throws {
        let document = "<root a='1'><item>été</item><item>2</item></root>"
        let text = "# Titre\n\nUn [lien](https://example.org) et <b>du HTML</b>."
        let (names, page) = (try XMLOutline(document).texts, Markdown(text))
        let code = try QRCode.svg(text, title: "x")
        let size = Gzip.compress(Array(page.html.utf8)).count
        try await withThrowingTaskGroup(of: Bool.self) { group in
            for _ in 0..<200 {
                group.addTask {
                    try XMLOutline(document).texts == names && Markdown(text) == page
                        && QRCode.svg(text, title: "x") == code
                        && Gzip.compress(Array(page.html.utf8)).count == size
                        && Photograph.size(of: Array(document.utf8)) == nil
                }
            }
            for try await isSame in group { #expect(isSame) }
        }
    }
}
