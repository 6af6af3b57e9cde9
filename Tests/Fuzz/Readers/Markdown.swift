import Native

/// Whatever the text, its page is well-formed and has no element or address that was not asked for in Markdown.
func readMarkdown(_ bytes: [UInt8]) {
    let text = Markdown(String(decoding: bytes, as: UTF8.self), headingShift: 2)
    precondition(text.problems.allSatisfy { $0.line >= 1 })
    let page = PageOutline()
    do {
        try PageOutline.reader.read(Array("<div>\(text.html.filter(PageOutline.isXML))</div>".utf8), into: page)
    } catch {
        preconditionFailure("\(error) in \(text.html)")
    }
    precondition(page.isHarmless, text.html)
}

private final class PageOutline: XMLHandler {
    static let words = [
        "href", "div", "p", "h3", "h4", "h5", "h6", "em", "strong", "code", "pre", "a", "ul", "ol", "li", "blockquote",
        "hr", "br",
    ]
    static let reader = XMLReader(vocabulary: words, maximumDepth: 250)
    var isHarmless = true

    func start(_ name: Int?, _ element: borrowing XMLElement) {
        let address = element.string(0)?.lowercased() ?? ""
        let acts = ["javascript:", "data:", "vbscript:", "file:"].contains { address.hasPrefix($0) }
        if name == nil || acts { isHarmless = false }
    }

    func end(_ name: Int?, _ text: borrowing XMLText) {}

    /// HTML has characters that XML has not; they are not what this is about.
    static func isXML(_ character: Character) -> Bool {
        character.unicodeScalars.allSatisfy {
            $0 == "\t" || $0 == "\n" || $0 == "\r" || ($0.value >= 0x20 && $0 != "\u{FFFE}" && $0 != "\u{FFFF}")
        }
    }
}
