extension Receipt {
    /// As one page of HTML that needs nothing else: for a screen, a sheet of A4 or a roll of 80 mm.
    public var html: String {
        let title = "\(isRefund ? "Remboursement" : "Ticket") n° \(ticket.number) – \(setting.seller.name)"
        var parts = ["<header>"]
        parts += banners.map { "<p class=\"banner\">\(escaped($0))</p>" }
        parts.append("<h1>\(escaped(seller[0]))</h1>")
        parts.append("<p>\(seller.dropFirst().map(escaped).joined(separator: "<br>"))</p>")
        parts.append("</header>")
        parts.append("<p class=\"heading\">\(heading.map(escaped).joined(separator: "<br>"))</p>")
        parts.append("<table class=\"lines\"><caption>\(isRefund ? "Articles repris" : "Articles")</caption><tbody>")
        for line in lines {
            parts.append(
                row(
                    "<th scope=\"row\">\(escaped(line.label))<br><small>\(escaped(line.terms))</small></th>",
                    line.amount))
            if let discount = line.discount {
                parts.append(row("<td class=\"discount\">\(escaped(discount.words))</td>", discount.amount))
            }
        }
        parts.append(
            "</tbody><tfoot>" + row("<th scope=\"row\">\(escaped(total.words))</th>", total.amount) + "</tfoot></table>"
        )
        parts.append("<table class=\"payments\"><caption>Règlement</caption><tbody>")
        parts += payments.map { row("<th scope=\"row\">\(escaped($0.words))</th>", $0.amount) }
        parts.append("</tbody></table>")
        if let vatNote { parts.append("<p>\(escaped(vatNote))</p>") }
        if !vat.isEmpty { parts.append(vatTable) }
        parts.append("<footer><p>\(foot.map(escaped).joined(separator: "<br>"))</p>")
        parts += banners.map { "<p class=\"banner\">\(escaped($0))</p>" }
        parts.append("</footer>")
        return """
            <!doctype html>
            <html lang="fr">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>\(escaped(title))</title>
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

    private var vatTable: String {
        let headings = Self.vatHeadings.map { "<th scope=\"col\">\($0)</th>" }.joined()
        let rows = vat.map { cells in "<tr>" + cells.map { "<td>\(escaped($0))</td>" }.joined() + "</tr>" }
        return "<table class=\"vat\"><caption>TVA par taux</caption><thead><tr>\(headings)</tr></thead><tbody>\n"
            + rows.joined(separator: "\n") + "\n</tbody></table>"
    }

    private func row(_ first: String, _ amount: String) -> String {
        "<tr>\(first)<td class=\"amount\">\(escaped(amount))</td></tr>"
    }

    private func escaped(_ text: String) -> String {
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

    /// A sheet is A4 unless the printer says otherwise; on a roll the page is as wide as the paper, with nothing around it.
    private static let style = """
        html { background: #eee; color: #000; font: 11pt/1.4 system-ui, "Liberation Sans", "DejaVu Sans", sans-serif; }
        main { background: #fff; max-width: 72mm; margin: 1rem auto; padding: 6mm; overflow-wrap: break-word; }
        h1 { font-size: 1.15em; margin: 0; }
        header, footer { text-align: center; }
        footer { font-size: .85em; }
        .banner { border: .6mm solid; font-weight: bold; padding: 1mm; }
        table { border-collapse: collapse; width: 100%; border-top: .3mm dashed; margin-top: 2mm; }
        caption { text-align: left; font-size: .85em; padding-top: 2mm; caption-side: top; }
        th { text-align: left; font-weight: normal; }
        th, td { padding: .7mm 0; vertical-align: bottom; }
        td.amount, .vat td, .vat th { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
        .vat { font-size: .85em; }
        .discount { padding-left: 3mm; font-style: italic; }
        tfoot th, tfoot td { font-weight: bold; font-size: 1.3em; border-top: .3mm solid; }
        @page { size: A4; margin: 15mm; }
        @media print {
          html { background: none; }
          main { margin: 0 auto; padding: 0; }
        }
        @media print and (max-width: 90mm) {
          @page { margin: 3mm; }
          main { max-width: none; margin: 0; }
        }
        """
}
