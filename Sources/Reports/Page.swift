import Reception

/// One page of HTML that needs nothing else: what receipts, sheets of figures and reports have in common.
enum Page {
    /// The page around its parts; `style` comes after what every page has.
    static func html(
        title: String, style: String, parts: [String], language: MessageLanguage = .french
    ) -> String {
        """
        <!doctype html>
        <html lang="\(language.rawValue)">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>\(escaped(title))</title>
        <style>
        \(Self.style)
        \(style)
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

    /// A text as HTML takes it, between tags and in quotes.
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

    /// Lines one under the other.
    static func lines(_ texts: some Sequence<String>) -> String {
        texts.map(escaped).joined(separator: "<br>")
    }

    /// The paper is the printer's, never named here: a page said to be A4 is shrunk to fit a roll of 80 mm.
    private static let style = """
        html { background: #eee; color: #000; font: 11pt/1.4 system-ui, "Liberation Sans", "DejaVu Sans", sans-serif; }
        main { background: #fff; margin: 1rem auto; overflow-wrap: break-word; }
        footer { font-size: .85em; break-inside: avoid; }
        table { border-collapse: collapse; width: 100%; }
        caption { text-align: left; caption-side: top; }
        th { text-align: left; font-weight: normal; }
        th, td { vertical-align: bottom; }
        tfoot th, tfoot td { font-weight: bold; }
        @page { margin: 15mm; }
        @media print {
          html { background: none; }
          main { margin: 0 auto; }
        }
        @media print and (max-width: 90mm) { @page { margin: 3mm; } }
        """
}
