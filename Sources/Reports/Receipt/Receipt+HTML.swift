extension Receipt {
    /// As one page of HTML that needs nothing else: for a screen, a sheet of A4 or a roll of 80 mm.
    public var html: String {
        let title = "\(isRefund ? "Remboursement" : "Ticket") n° \(ticket.number) – \(setting.seller.name)"
        var parts = ["<header>"]
        parts += banners.map { "<p class=\"banner\">\(Page.escaped($0))</p>" }
        parts.append("<h1>\(Page.escaped(seller[0]))</h1>")
        parts.append("<p>\(Page.lines(seller.dropFirst()))</p>")
        parts.append("</header>")
        parts.append("<p class=\"heading\">\(Page.lines(heading))</p>")
        parts.append("<table class=\"lines\"><caption>\(isRefund ? "Articles repris" : "Articles")</caption><tbody>")
        for line in lines {
            parts.append(
                row(
                    "<th scope=\"row\">\(Page.escaped(line.label))<br><small>\(Page.escaped(line.terms))</small></th>",
                    line.amount))
            if let discount = line.discount {
                parts.append(row("<td class=\"discount\">\(Page.escaped(discount.words))</td>", discount.amount))
            }
        }
        parts.append(
            "</tbody><tfoot>" + row("<th scope=\"row\">\(Page.escaped(total.words))</th>", total.amount)
                + "</tfoot></table>"
        )
        parts.append("<table class=\"payments\"><caption>Règlement</caption><tbody>")
        parts += payments.map { row("<th scope=\"row\">\(Page.escaped($0.words))</th>", $0.amount) }
        parts.append("</tbody></table>")
        if let vatNote { parts.append("<p>\(Page.escaped(vatNote))</p>") }
        if !vat.isEmpty { parts.append(vatTable) }
        parts.append("<footer><p>\(Page.lines(foot))</p>")
        parts += banners.map { "<p class=\"banner\">\(Page.escaped($0))</p>" }
        parts.append("</footer>")
        return Page.html(title: title, style: Self.style, parts: parts)
    }

    private var vatTable: String {
        let headings = Self.vatHeadings.map { "<th scope=\"col\">\($0)</th>" }.joined()
        let rows = vat.map { cells in "<tr>" + cells.map { "<td>\(Page.escaped($0))</td>" }.joined() + "</tr>" }
        return "<table class=\"vat\"><caption>TVA par taux</caption><thead><tr>\(headings)</tr></thead><tbody>\n"
            + rows.joined(separator: "\n") + "\n</tbody></table>"
    }

    private func row(_ first: String, _ amount: String) -> String {
        "<tr>\(first)<td class=\"amount\">\(Page.escaped(amount))</td></tr>"
    }

    /// As wide as a roll on a screen, as its paper on a roll, and wider on a sheet, where few receipts then need a second one.
    private static let style = """
        main { max-width: 72mm; padding: 6mm; }
        h1 { font-size: 1.15em; margin: 0; }
        header, footer { text-align: center; }
        .banner { border: .6mm solid; font-weight: bold; padding: 1mm; }
        table { border-top: .3mm dashed; margin-top: 2mm; }
        caption { font-size: .85em; padding-top: 2mm; }
        th, td { padding: .7mm 0; }
        td.amount, .vat td, .vat th { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
        .vat { font-size: .85em; }
        .discount { padding-left: 3mm; font-style: italic; }
        tfoot th, tfoot td { font-size: 1.3em; border-top: .3mm solid; }
        @media print { main { padding: 0; max-width: 110mm; } }
        """
}
