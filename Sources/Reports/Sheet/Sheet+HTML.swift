extension Sheet {
    /// As one page of HTML that needs nothing else: for a screen or a sheet of A4.
    public var html: String {
        var parts = ["<header><p>\(owner.map(Self.escaped).joined(separator: "<br>"))</p>"]
        parts.append("<h1>\(Self.escaped(title))</h1></header>")
        parts.append("<p>\(heading.map(Self.escaped).joined(separator: "<br>"))</p>")
        for table in tables {
            parts.append("<table>")
            if !table.caption.isEmpty { parts.append("<caption>\(Self.escaped(table.caption))</caption>") }
            if !table.headings.isEmpty {
                let cells = table.headings.map { "<th scope=\"col\">\(Self.escaped($0))</th>" }
                parts.append("<thead><tr>\(cells.joined())</tr></thead>")
            }
            parts.append("<tbody>\n\(table.rows.map(Self.row).joined(separator: "\n"))\n</tbody>")
            if !table.sum.isEmpty { parts.append("<tfoot>\(Self.row(table.sum))</tfoot>") }
            parts.append("</table>")
        }
        parts.append("<footer><p>\(foot.map(Self.escaped).joined(separator: "<br>"))</p></footer>")
        return """
            <!doctype html>
            <html lang="fr">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>\(Self.escaped(title))</title>
            <style>
            \(Self.style)
            </style>
            </head>
            <body>
            <main>
            \(parts.joined(separator: "\n"))
            </main>
            </body>
            </html>

            """
    }

    private static func row(_ cells: [String]) -> String {
        let first = cells.first.map { "<th scope=\"row\">\(escaped($0))</th>" } ?? ""
        return "<tr>" + first + cells.dropFirst().map { "<td>\(escaped($0))</td>" }.joined() + "</tr>"
    }

    static func escaped(_ text: String) -> String {
        text.reduce(into: "") { page, character in
            switch character {
            case "&": page += "&amp;"
            case "<": page += "&lt;"
            case ">": page += "&gt;"
            case "\"": page += "&quot;"
            default: page.append(character)
            }
        }
    }

    private static let style = """
        html { background: #eee; color: #000; font: 11pt/1.4 system-ui, "Liberation Sans", "DejaVu Sans", sans-serif; }
        main { background: #fff; max-width: 170mm; margin: 1rem auto; padding: 10mm; overflow-wrap: break-word; }
        h1 { font-size: 1.4em; margin: .5em 0; }
        footer { font-size: .85em; margin-top: 5mm; }
        table { border-collapse: collapse; width: 100%; margin-top: 5mm; }
        caption { text-align: left; font-weight: bold; padding-bottom: 1mm; caption-side: top; }
        th { text-align: left; font-weight: normal; }
        th, td { padding: .8mm 0 .8mm 3mm; vertical-align: bottom; border-bottom: .1mm solid #999; }
        th:first-child { padding-left: 0; }
        td, thead th:not(:first-child) { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
        thead th { font-size: .85em; }
        tfoot th, tfoot td { font-weight: bold; border-bottom: none; }
        @page { size: A4; margin: 15mm; }
        @media print {
          html { background: none; }
          main { margin: 0; padding: 0; max-width: none; }
        }
        """
}
