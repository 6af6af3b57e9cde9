import Reception
import Terminal

extension TotalsReader {
    private enum Column: String, CaseIterable {
        case day, what, name, number, amount, rate

        /// As it may be headed, in French or English.
        init?(heading: String) {
            switch CSVFile.trimmed(heading).lowercased() {
            case "jour", "day", "date": self = .day
            case "quoi", "what", "type": self = .what
            case "nom", "name", "produit", "product", "libellé", "libelle", "label": self = .name
            case "nombre", "number", "quantité", "quantite", "quantity": self = .number
            case "montant", "amount", "total", "ttc": self = .amount
            case "tva", "vat", "taux", "rate": self = .rate
            default: return nil
            }
        }
    }

    /// The days of a file, the oldest first. Throws what has to be mended, a line each.
    func days(in file: CSVFile) throws -> [ExternalTotals] {
        file.tellEncoding()
        let columns = try columns(of: file)
        var days: [OfficeDay: (totals: ExternalTotals, line: Int)] = [:]
        var wrong: [(line: Int, why: String)] = []
        for row in file.rows.dropFirst() {
            do throws(Wrong) {
                try add(row, columns, to: &days)
            } catch {
                wrong.append((row.number, error.why))
            }
        }
        if wrong.isEmpty {
            wrong = days.values.compactMap { day in self.wrong(day.totals).map { (day.line, $0) } }
        }
        guard wrong.isEmpty else {
            let lines = wrong.sorted { $0.line < $1.line }.map { "\(file.name):\($0.line): \($0.why)" }
            throw Refused(
                exitCode: 1,
                lines: lines + [
                    say(
                        "À corriger : \(lines.count) ligne\(lines.count > 1 ? "s" : "") ; rien n'a été enregistré.",
                        "To be mended: \(lines.count) line\(lines.count == 1 ? "" : "s"); nothing was recorded.")
                ])
        }
        return days.values.map(\.totals).sorted { $0.day < $1.day }
    }

    private func add(
        _ row: CSVReader.Row, _ columns: [Column], to days: inout [OfficeDay: (totals: ExternalTotals, line: Int)]
    ) throws(Wrong) {
        let fields = row.fields.map(CSVFile.trimmed)
        guard fields.count >= columns.count, fields.dropFirst(columns.count).allSatisfy(\.isEmpty) else {
            throw Wrong(
                "\(fields.count) cases, il en faut \(columns.count).",
                "\(fields.count) fields, there must be \(columns.count).")
        }
        let said = Dictionary(zip(columns, fields)) { first, _ in first }
        func field(_ column: Column) -> String { said[column] ?? "" }
        guard let day = try? TypedPeriod.day(field(.day), today: today) else {
            throw Wrong("« \(field(.day)) » n'est pas un jour.", "“\(field(.day))” isn't a day.")
        }
        var known = days[day] ?? (ExternalTotals(day: day, tickets: 0, lines: [], payments: []), row.number)
        switch field(.what).lowercased() {
        case "vente", "ventes", "sale", "sales":
            known.totals.lines.append(
                try line(field(.name), number: field(.number), amount: field(.amount), rate: field(.rate)))
        case "paiement", "règlement", "reglement", "payment":
            known.totals.payments.append(try payment(field(.name), amount: field(.amount)))
        case "tickets", "ticket":
            guard field(.number).utf8.count <= 7, let count = Int(field(.number)), count >= 0 else {
                throw Wrong(
                    "« \(field(.number)) » n'est pas un nombre de tickets.",
                    "“\(field(.number))” isn't a number of tickets.")
            }
            known.totals.tickets = count
        case let other:
            throw Wrong(
                "« \(other) » : écrivez vente, paiement ou tickets.", "“\(other)”: write sale, payment or tickets.")
        }
        days[day] = known
    }

    private func columns(of file: CSVFile) throws -> [Column] {
        let columns = file.rows.first?.fields.map(Column.init(heading:)) ?? []
        let known = columns.compactMap(\.self)
        guard known.count == columns.count, Set(known) == Set(Column.allCases), known.count == Column.allCases.count
        else {
            throw Refused.byPerson(
                say(
                    "\(file.name):1: la première ligne doit nommer les colonnes : jour, quoi, nom, nombre, montant, tva. Rien n'a été enregistré.",
                    "\(file.name):1: the first line must name the columns: day, what, name, number, amount, vat. Nothing was recorded."
                ))
        }
        guard file.rows.count > 1 else {
            throw Refused.byPerson(say("\(file.name) ne contient aucun total.", "\(file.name) has no totals in it."))
        }
        return known
    }
}
