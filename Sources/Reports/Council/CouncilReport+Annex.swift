import Reception

/// What the two pages rest on: every figure and every table, what each counts and leaves out, which days were compared.
extension CouncilReport {
    /// One table as words: the same in HTML and in a workbook.
    struct AnnexTable {
        let title: String
        let note: String
        let headings: [String]
        let rows: [[String]]
        let sum: [String]
    }

    func annex(_ language: MessageLanguage) -> String {
        let isFrench = language == .french
        var parts = ["<h2>\(isFrench ? "Annexe : tous les tableaux" : "Annex: every table")</h2>"]
        parts += annexTables(language).map(Self.html)
        parts.append("<h2>\(isFrench ? "Ce que chaque chiffre compte" : "What each figure counts")</h2>")
        parts.append(Self.html(definitions(language)))
        parts.append("<h2>\(isFrench ? "Comment lire ces chiffres" : "How to read these figures")</h2>")
        let notes = notes(language).map { "<li>\(Page.escaped($0))</li>" }
        parts.append("<ul class=\"notes\">\n\(notes.joined(separator: "\n"))\n</ul>")
        return "<section class=\"annex\">\n\(parts.joined(separator: "\n"))\n</section>"
    }

    func annexTables(_ language: MessageLanguage) -> [AnnexTable] {
        (figures.isEmpty ? [] : [allFigures(language)]) + tables.map { table($0, language) }
    }

    private func allFigures(_ language: MessageLanguage) -> AnnexTable {
        let (words, isFrench) = (words(language), language == .french)
        let rows = figures.map { answer in
            let measure = answer.question.measure
            let (now, before) = (answer.figure(column: 0), answer.figure(column: 1))
            return [
                measure.name(in: language), words.text(now, of: measure), words.base(now, of: measure) ?? "",
                words.text(before, of: measure), words.base(before, of: measure) ?? "",
                answer.change(row: nil).map(words.change) ?? "",
            ]
        }
        return AnnexTable(
            title: isFrench ? "Tous les chiffres" : "All figures", note: "",
            headings: [
                isFrench ? "Chiffre" : "Figure", period(language), "", other(in: language), "",
                isFrench ? "Écart" : "Change",
            ],
            rows: rows, sum: [])
    }

    private func period(_ language: MessageLanguage) -> String { DayWords(language).period(scope.period) }

    private func table(_ answer: Answer, _ language: MessageLanguage) -> AnnexTable {
        let (words, isFrench) = (words(language), language == .french)
        let (measure, facet) = (answer.question.measure, answer.question.breakdown ?? .month)
        let isCompared = answer.question.comparison != nil && answer.table.columns.count > 1
        func cells(row: Int?) -> [String] {
            func text(_ column: Int) -> String {
                words.text(
                    row.map { answer.figure(row: $0, column: column) } ?? answer.figure(column: column), of: measure)
            }
            var cells = [text(0)]
            if answer.hasShares {
                cells.append(row.flatMap { answer.share(row: $0, column: 0).tenthsOfPercent }.map(words.percent) ?? "")
            }
            if isCompared { cells += [text(1), answer.change(row: row).map(words.change) ?? ""] }
            return cells
        }
        let order = answer.table.rows.indices.filter { row in
            facet.isTime || answer.table.cells[row].contains { $0 != .zero && $0 != .notCounted }
        }
        let rows = order.map { row in
            [facet.valueName(answer.table.rows[row], names: office.names, in: language)] + cells(row: row)
        }
        let name = measure.name(in: language)
        let overlaps = !measure.addsUp(by: facet)
        return AnnexTable(
            title: name.prefix(1).uppercased() + name.dropFirst() + (isFrench ? " par " : " by ")
                + facet.name(in: language),
            note: overlaps && facet == .topic
                ? (isFrench ? "un contact a jusqu’à trois sujets" : "a contact has up to three topics")
                : overlaps
                    ? (isFrench ? "les lignes se recoupent" : "rows overlap")
                    : "",
            headings: [facet.name(in: language), period(language)]
                + (answer.hasShares ? [isFrench ? "Part" : "Share"] : [])
                + (isCompared ? [other(in: language), isFrench ? "Écart" : "Change"] : []),
            rows: rows, sum: [isFrench ? "Ensemble" : "Total"] + cells(row: nil))
    }

    func definitions(_ language: MessageLanguage) -> AnnexTable {
        var measures: [Measure] = []
        for measure in (figures + tables).map(\.question.measure) where !measures.contains(measure) {
            measures.append(measure)
        }
        let isFrench = language == .french
        return AnnexTable(
            title: "", note: "",
            headings: [
                isFrench ? "Chiffre" : "Figure", isFrench ? "Ce qu’il compte" : "What it counts",
                isFrench ? "Ce qu’il laisse de côté" : "What it leaves out",
            ],
            rows: measures.map { measure in
                let definition = measure.definition
                return [definition.name[language], definition.meaning[language], definition.leftOut[language]]
            }, sum: [])
    }

    private static func html(_ table: AnnexTable) -> String {
        func cells(_ cells: [String]) -> String {
            "<th scope=\"row\">\(Page.escaped(cells.first ?? ""))</th>"
                + cells.dropFirst().map { "<td>\(Page.escaped($0))</td>" }.joined()
        }
        let isText = table.title.isEmpty
        var html = isText ? "<table class=\"words\">" : "<table>"
        if !isText {
            let note = table.note.isEmpty ? "" : " <small>\(Page.escaped(table.note))</small>"
            html += "<caption>\(Page.escaped(table.title))\(note)</caption>"
        }
        html +=
            "<thead><tr>\(table.headings.map { "<th scope=\"col\">\(Page.escaped($0))</th>" }.joined())</tr></thead>\n<tbody>\n"
        html += table.rows.map { "<tr>\(cells($0))</tr>\n" }.joined() + "</tbody>\n"
        if !table.sum.isEmpty { html += "<tfoot><tr>\(cells(table.sum))</tr></tfoot>" }
        return html + "</table>"
    }
}
