import CCMark
import Glibc

/// libcmark's tree of a text; whoever made it frees it.
struct MarkdownTree {
    typealias Node = OpaquePointer
    let root: Node

    /// Removes what a page must not show, keeping the words, and tells what it was.
    func clean() -> [Markdown.Problem] {
        var problems: [Markdown.Problem] = []
        var removed: [(node: Node, keepsWords: Bool)] = []
        walk { node, entering in
            guard entering, let (kind, keepsWords) = flaw(of: node) else { return }
            problems.append(.init(line: line(of: node), kind: kind))
            removed.append((node, keepsWords))
        }
        for (node, keepsWords) in removed {
            while keepsWords, let child = cmark_node_first_child(node) { cmark_node_insert_before(node, child) }
            cmark_node_unlink(node)
            cmark_node_free(node)
        }
        return problems
    }

    func shiftHeadings(by shift: Int) {
        guard shift != 0 else { return }
        walk { node, entering in
            guard entering, cmark_node_get_type(node) == CMARK_NODE_HEADING else { return }
            cmark_node_set_heading_level(node, min(max(cmark_node_get_heading_level(node) + Int32(shift), 1), 6))
        }
    }

    func html() -> String {
        guard let text = cmark_render_html(root, CMARK_OPT_DEFAULT) else { return "" }
        defer { free(text) }
        return String(cString: text)
    }

    func plainText() -> String {
        var text = ""
        walk { node, entering in
            switch cmark_node_get_type(node) {
            case CMARK_NODE_TEXT, CMARK_NODE_CODE, CMARK_NODE_CODE_BLOCK: text += string(cmark_node_get_literal(node))
            case CMARK_NODE_SOFTBREAK: text += " "
            case CMARK_NODE_LINEBREAK: text += "\n"
            case CMARK_NODE_PARAGRAPH, CMARK_NODE_HEADING:
                if !entering { text += isTight(node) ? "\n" : "\n\n" }
            case CMARK_NODE_LIST: if !entering, text.hasSuffix("\n"), !text.hasSuffix("\n\n") { text += "\n" }
            default: break
            }
        }
        while text.last?.isWhitespace == true { text.removeLast() }
        return text
    }

    private func isTight(_ paragraph: Node) -> Bool {
        guard let item = cmark_node_parent(paragraph), let list = cmark_node_parent(item) else { return false }
        return cmark_node_get_list_tight(list) == 1
    }

    private func flaw(of node: Node) -> (kind: Markdown.Problem.Kind, keepsWords: Bool)? {
        switch cmark_node_get_type(node) {
        case CMARK_NODE_HTML_BLOCK, CMARK_NODE_HTML_INLINE:
            let written = string(cmark_node_get_literal(node)).split(whereSeparator: \.isWhitespace)
            return (.rawHTML(String(written.joined(separator: " ").prefix(60))), false)
        case CMARK_NODE_IMAGE:
            return (.picture(string(cmark_node_get_url(node))), true)
        case CMARK_NODE_LINK:
            let address = string(cmark_node_get_url(node))
            return LinkAddress.isAccepted(address) ? nil : (.refusedLink(address), true)
        default: return nil
        }
    }

    /// Inline nodes have no line in some cases; their block has.
    private func line(of node: Node) -> Int {
        var node: Node? = node
        while let current = node {
            let line = cmark_node_get_start_line(current)
            if line > 0 { return Int(line) }
            node = cmark_node_parent(current)
        }
        return 1
    }

    private func walk(_ visit: (Node, _ entering: Bool) -> Void) {
        guard let iterator = cmark_iter_new(root) else { return }
        defer { cmark_iter_free(iterator) }
        while true {
            let event = cmark_iter_next(iterator)
            guard event != CMARK_EVENT_DONE, let node = cmark_iter_get_node(iterator) else { return }
            visit(node, event == CMARK_EVENT_ENTER)
        }
    }

    private func string(_ text: UnsafePointer<CChar>?) -> String { text.map { String(cString: $0) } ?? "" }
}

/// Which addresses a link may have.
enum LinkAddress {
    private static let schemes: Set<String> = ["http", "https", "mailto", "tel"]

    /// A relative address, or one whose scheme is known and harmless. Browsers ignore white space and control
    /// characters inside a scheme, so an address that has any is refused whole.
    static func isAccepted(_ address: String) -> Bool {
        guard address.unicodeScalars.allSatisfy({ $0.value > 0x20 && $0.value != 0x7F }) else { return false }
        guard let end = address.firstIndex(where: { ":/?#\\".contains($0) }), address[end] == ":" else { return true }
        return schemes.contains(address[..<end].lowercased())
    }
}
