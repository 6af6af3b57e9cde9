import Testing

@testable import Native

@Suite struct MarkdownTests {
    @Test func rendersWhatAnEditorWrites() {
        let text = Markdown("# Le castrum\n\nUn *beau* **lieu**.\n\n- eau\n- ombre\n\n[site](https://example.org)\n")
        #expect(
            text.html == """
                <h1>Le castrum</h1>
                <p>Un <em>beau</em> <strong>lieu</strong>.</p>
                <ul>
                <li>eau</li>
                <li>ombre</li>
                </ul>
                <p><a href="https://example.org">site</a></p>

                """)
        #expect(text.problems.isEmpty)
    }

    @Test func headingsMoveDownAndStopAtSix() {
        #expect(Markdown("# A\n\n##### B", headingShift: 2).html == "<h3>A</h3>\n<h6>B</h6>\n")
    }

    @Test func rawHTMLIsLeftOutAndReportedWithItsLine() {
        let source = "Un\nmot <b>gras</b>\n\n<script>\nalert(1)\n</script>\n\n<div onclick='x'>fin</div>\n"
        let text = Markdown(source)
        #expect(text.html == "<p>Un\nmot gras</p>\n")
        #expect(
            text.problems == [
                .init(line: 2, kind: .rawHTML("<b>")), .init(line: 2, kind: .rawHTML("</b>")),
                .init(line: 4, kind: .rawHTML("<script> alert(1) </script>")),
                .init(line: 8, kind: .rawHTML("<div onclick='x'>fin</div>")),
            ])
    }

    @Test(arguments: [
        "javascript:alert(1)", "JavaScript:alert(1)", "data:text/html,x", "vbscript:x", "file:///etc/passwd",
        "java&#10;script:alert(1)", "&#1;javascript:alert(1)", "java&Tab;script:alert(1)", "ftp://example.org",
        "data:image/png;base64,AAAA",
    ])
    func anAddressThatCouldActIsRefusedAndItsWordsKept(_ address: String) {
        let text = Markdown("ligne\n\nvoir [**ici**](<\(address)>)")
        #expect(text.html == "<p>ligne</p>\n<p>voir <strong>ici</strong></p>\n")
        #expect(text.problems.map(\.line) == [3])
        guard case .refusedLink = text.problems[0].kind else { return #expect(Bool(false), "\(text.problems)") }
    }

    @Test(arguments: [
        "https://a.fr/?q=a:b", "mailto:a@b.fr", "tel:+33466809930", "../autre", "#haut", "/fr/p/x:y", "?a:b",
    ])
    func harmlessAddressesStay(_ address: String) {
        let text = Markdown("[ici](\(address))")
        #expect(text.html == "<p><a href=\"\(address)\">ici</a></p>\n")
        #expect(text.problems.isEmpty)
    }

    @Test func picturesAreReportedAndTheirWordsKept() {
        let text = Markdown("Ici ![la *tour*](tour.jpg).")
        #expect(text.html == "<p>Ici la <em>tour</em>.</p>\n")
        #expect(text.problems == [.init(line: 1, kind: .picture("tour.jpg"))])
    }

    @Test func flawsInsideFlawsAreAllLeftOut() {
        let text = Markdown("[a ![b](c.png) <i>d</i>](javascript:x)")
        #expect(text.html == "<p>a b d</p>\n")
        #expect(text.problems.count == 4)
    }

    @Test func quotesAndDashesStayAsTyped() {
        #expect(Markdown("\"l'eau\" -- vive...").html == "<p>&quot;l'eau&quot; -- vive...</p>\n")
    }

    @Test func plainTextKeepsWordsApart() {
        let source = "# Le castrum\n\nUn *beau*\nlieu.  \nDeux\n\n1. eau\n2. [ombre](x)\n\n`fin` <b>ici</b>\n"
        #expect(Markdown(source).plainText == "Le castrum\n\nUn beau lieu.\nDeux\n\neau\nombre\n\nfin ici")
    }

    @Test func looseListsAndQuotesReadAsParagraphs() {
        #expect(Markdown("- a\n\n- b\n\n> c\n\nd").plainText == "a\n\nb\n\nc\n\nd")
    }

    @Test func aTextBeyondTheLimitIsReportedAndNotShown() {
        let text = Markdown(String(repeating: "a", count: 65_537))
        #expect(text.html.isEmpty && text.plainText.isEmpty)
        #expect(text.problems == [.init(line: 1, kind: .tooLong(bytes: 65_537))])
        #expect(Markdown(String(repeating: "a", count: 65_536)).problems.isEmpty)
    }

    @Test func nulAndDeepNestingAreSurvived() {
        #expect(Markdown("a\u{0}b").plainText == "a\u{FFFD}b")
        #expect(Markdown(String(repeating: ">", count: 20_000) + "a").plainText == "a")
        #expect(Markdown(String(repeating: "[", count: 30_000)).problems.isEmpty)
        #expect(Markdown("").html.isEmpty)
    }
}
