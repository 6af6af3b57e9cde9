import CCMark

/// A text in Markdown (CommonMark) made ready for a page, by libcmark.
///
/// Raw HTML, pictures and links to anything but `http`, `https`, `mailto`, `tel` and the page itself never reach the
/// page: they are left out, their words kept, and each is a problem with its line.
public struct Markdown: Equatable, Sendable {
    /// Something the page does not show as written.
    public struct Problem: Equatable, Sendable {
        /// What is wrong.
        public enum Kind: Equatable, Sendable {
            /// HTML tags; the text is as written, shortened to 60 characters.
            case rawHTML(String)
            /// A link whose address is not accepted, for example `javascript:`.
            case refusedLink(String)
            /// A picture inside the text: a place's pictures are declared with their credit instead.
            case picture(String)
            /// The text is longer than `maximumBytes`; nothing of it is shown.
            case tooLong(bytes: Int)
        }
        /// The line in the source, from 1.
        public let line: Int
        /// What is wrong.
        public let kind: Kind
    }

    /// 64 KiB: about twenty printed pages for one place.
    public static let maximumBytes = 65_536

    /// The text as HTML, without any element the source did not ask for in Markdown.
    public let html: String
    /// The words alone, for searching and reading aloud: blocks stand apart by an empty line, list items by a line end.
    public let plainText: String
    /// What was left out, in the order of the source.
    public let problems: [Problem]

    /// Reads `source`.
    /// - Parameter headingShift: how many levels headings move down, for a page with headings of its own:
    ///   with 2, `# Title` becomes `<h3>`. No heading goes below `<h6>`.
    public init(_ source: String, headingShift: Int = 0) {
        var source = source
        let size = source.utf8.count
        guard size <= Self.maximumBytes,
            let root = source.withUTF8({ bytes in
                bytes.withMemoryRebound(to: CChar.self) {
                    cmark_parse_document($0.baseAddress, $0.count, CMARK_OPT_DEFAULT | CMARK_OPT_VALIDATE_UTF8)
                }
            })
        else {
            html = ""
            plainText = ""
            problems = [Problem(line: 1, kind: .tooLong(bytes: size))]
            return
        }
        defer { cmark_node_free(root) }
        let tree = MarkdownTree(root: root)
        problems = tree.clean()
        tree.shiftHeadings(by: headingShift)
        html = tree.html()
        plainText = tree.plainText()
    }
}
