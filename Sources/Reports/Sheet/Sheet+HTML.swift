extension Sheet {
    /// As one page of HTML that needs nothing else: for a screen or a sheet of A4.
    public var html: String {
        var parts = ["<header><p>\(Page.lines(owner))</p>"]
        parts.append("<h1>\(Page.escaped(title))</h1></header>")
        parts.append("<p>\(Page.lines(heading))</p>")
        for table in tables {
            parts.append("<table>")
            if !table.caption.isEmpty { parts.append("<caption>\(Page.escaped(table.caption))</caption>") }
            if !table.headings.isEmpty {
                let cells = table.headings.map { "<th scope=\"col\">\(Page.escaped($0))</th>" }
                parts.append("<thead><tr>\(cells.joined())</tr></thead>")
            }
            parts.append("<tbody>\n\(table.rows.map(Self.row).joined(separator: "\n"))\n</tbody>")
            if !table.sum.isEmpty { parts.append("<tfoot>\(Self.row(table.sum))</tfoot>") }
            parts.append("</table>")
        }
        parts.append("<footer><p>\(Page.lines(foot))</p></footer>")
        return Page.html(title: title, style: Self.style, parts: parts)
    }

    private static func row(_ cells: [String]) -> String {
        let first = cells.first.map { "<th scope=\"row\">\(Page.escaped($0))</th>" } ?? ""
        return "<tr>" + first + cells.dropFirst().map { "<td>\(Page.escaped($0))</td>" }.joined() + "</tr>"
    }

    private static let style = """
        main { max-width: 170mm; padding: 10mm; }
        h1 { font-size: 1.4em; margin: .5em 0; }
        footer { margin-top: 5mm; }
        table { margin-top: 5mm; }
        caption { font-weight: bold; padding-bottom: 1mm; }
        th, td { padding: .8mm 0 .8mm 3mm; border-bottom: .1mm solid #999; }
        th:first-child { padding-left: 0; }
        td, thead th:not(:first-child) { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
        thead th { font-size: .85em; }
        tfoot th, tfoot td { border-bottom: none; }
        @media print { main { padding: 0; max-width: none; } }
        """
}
