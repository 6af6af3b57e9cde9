import Reception

/// The report as one page of HTML without script: two pages of A4 and an annex on paper, one column on a phone.
extension CouncilReport {
    /// The whole page, in a language.
    public func html(in language: MessageLanguage) -> String {
        let parts = [firstPage(language), secondPage(language), annex(language)]
        return Page.html(
            title: "\(title(in: language)), \(office.name)", style: Self.style,
            parts: language == .french ? parts.map(Self.unbroken) : parts, language: language)
    }

    /// With French marks kept on the line of their word.
    private static func unbroken(_ text: String) -> String {
        [(" :", "\u{A0}:"), (" ;", "\u{A0};"), ("« ", "«\u{A0}"), (" »", "\u{A0}»")].reduce(text) {
            $0.replacing($1.0, with: $1.1)
        }
    }

    private func firstPage(_ language: MessageLanguage) -> String {
        let found = findings(in: language)
        let isFrench = language == .french
        var parts = [
            demonstration(language),
            "<header><p class=\"office\">\(Page.escaped(office.name))</p>",
            "<h1>\(Page.escaped(title(in: language)))</h1>",
            "<p class=\"days\">\(Page.escaped(daysLine(language)))</p></header>",
        ]
        if !found.isEmpty {
            let items = found.map { "<li>\(Page.escaped($0))</li>" }.joined(separator: "\n")
            parts.append("<ul class=\"findings\">\n\(items)\n</ul>")
        }
        let tiles = stride(from: 0, to: keyFigures.count, by: 3).map { first in
            let row = (first..<first + 3).map { $0 < keyFigures.count ? tile(keyFigures[$0], language) : "<div></div>" }
            return "<div class=\"row\">\n\(row.joined(separator: "\n"))\n</div>"
        }.joined(separator: "\n")
        parts.append("<h2>\(isFrench ? "Chiffres clés" : "Key figures")</h2>")
        parts.append(
            tiles.isEmpty
                ? "<p>\(isFrench ? "Rien n’a été compté." : "Nothing was counted.")</p>"
                : "<div class=\"sheet\"><div class=\"tiles\">\n\(tiles)\n</div></div>")
        parts.append(foot(language))
        return "<section class=\"page\">\n\(parts.filter { !$0.isEmpty }.joined(separator: "\n"))\n</section>"
    }

    private func tile(_ answer: Answer, _ language: MessageLanguage) -> String {
        let (measure, words) = (answer.question.measure, words(language))
        let (now, before) = (answer.figure(column: 0), answer.figure(column: 1))
        let name = measure.name(in: language)
        var lines = ["<h3>\(Page.escaped(name.prefix(1).uppercased() + name.dropFirst()))</h3>"]
        let isNumber =
            switch now {
            case .number, .share, .ratio: true
            default: false
            }
        lines.append(
            "<p class=\"\(isNumber ? "value" : "value none")\">\(Page.escaped(words.text(now, of: measure)))</p>")
        let isFrench = language == .french
        var held: String
        switch before {
        case .notCounted:
            held = isFrench ? "pas compté en \(other(in: language))" : "not counted in \(other(in: language))"
        case .hidden: held = isFrench ? "\(other(in: language)) : caché" : "\(other(in: language)): hidden"
        default:
            held = (isFrench ? "contre " : "against ") + words.text(before, of: measure)
        }
        if let change = answer.change(row: nil) { held += " · " + words.change(change) }
        lines.append("<p>\(Page.escaped(held))</p>")
        if let base = words.base(now, of: measure) { lines.append("<p class=\"base\">\(Page.escaped(base))</p>") }
        return "<div class=\"tile\">\(lines.joined())</div>"
    }

    private func secondPage(_ language: MessageLanguage) -> String {
        let charts = charts(language)
        guard !charts.isEmpty else { return "" }
        let (wide, half) = (charts.filter(\.isWide), charts.filter { !$0.isWide })
        func figure(_ chart: Chart) -> String {
            """
            <figure class="\(chart.isWide ? "wide" : "half")">
            <figcaption>\(Page.escaped(chart.title))\(chart.note.isEmpty ? "" : " <small>\(Page.escaped(chart.note))</small>")</figcaption>
            <div class="drawing">\(chart.svg)</div>
            </figure>
            """
        }
        var parts = wide.prefix(1).map(figure)
        if !half.isEmpty { parts.append("<div class=\"beside\">\n\(half.map(figure).joined(separator: "\n"))\n</div>") }
        parts += wide.dropFirst().map(figure)
        parts.append(foot(language))
        return "<section class=\"page charts\">\n\(parts.joined(separator: "\n"))\n</section>"
    }

    private func demonstration(_ language: MessageLanguage) -> String {
        guard office.isDemonstration else { return "" }
        return "<p class=\"demonstration\">"
            + (language == .french
                ? "DÉMONSTRATION : rien de ceci n’est réel." : "DEMONSTRATION: none of this is real.") + "</p>"
    }

    /// Which days are counted, and which they are held against.
    private func daysLine(_ language: MessageLanguage) -> String {
        let counted = daysCounted(in: language)
        let isFrench = language == .french
        let words = DayWords(language)
        let asOf = asOf(in: language)
        var line = (isFrench ? "Jours comptés : " : "Days counted: ") + counted
        if let pairing, let first = pairing.others.first, let last = pairing.others.last {
            let others = words.run(first...last)
            line +=
                isFrench
                ? ", comparés \(scope.comparison.name(in: language)) un an plus tôt (\(others))"
                : ", against \(scope.comparison.name(in: language)) a year before (\(others))"
        }
        return line + (isFrench ? " ; \(asOf)." : "; \(asOf).")
    }

    /// Under each page, as each may be copied by itself.
    private func foot(_ language: MessageLanguage) -> String {
        let notes = [
            language == .french
                ? "Ces chiffres disent qui est venu à l’office, pas qui est venu dans la région."
                : "These figures say who came to the office, not who came to the area.",
            language == .french
                ? "« Caché » : nombre de 1 à 4, ou nombre qui permettrait d’en retrouver un."
                : "“Hidden”: a number from 1 to 4, or one that would give such a number away.",
            language == .french
                ? "« Stable » : moins de 3 % d’écart. n : sur combien porte une part ou un rapport."
                : "“Stable”: less than 3% apart. n: what a share or a ratio is of.",
        ]
        return "<footer><p>\(notes.map(Page.escaped).joined(separator: " "))</p></footer>"
    }

    /// Which days were compared; the same of all answers that are.
    var pairing: Pairing? { figures.first?.pairing ?? tables.lazy.compactMap(\.pairing).first }
}
