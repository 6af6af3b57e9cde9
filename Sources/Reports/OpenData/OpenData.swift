import Reception

/// What an office gives to everybody: sums by month, a file a figure, with a description that programs read (`datapackage.json`, Frictionless Table Schema)
/// and a codebook for people.
///
/// Each month is cut by itself and for ever the same way, once it is over: a later export repeats it, and two exports never undo what one hides.
public struct OpenData: Sendable {
    /// Whose it is, and under which licence.
    public struct Office: Sendable {
        /// Its code: the name of the data set.
        public var code: String
        /// What it is called.
        public var name: String
        /// Whether its figures are made up.
        public var isDemonstration: Bool
        /// Its own words for values.
        public var names: FacetNames
        /// Under which others may use it.
        public var licence: Licence

        /// An office out of its parts.
        public init(
            code: String, name: String, isDemonstration: Bool = false, names: FacetNames = FacetNames(),
            licence: Licence = .openLicence
        ) {
            self.code = code
            self.name = name
            self.isDemonstration = isDemonstration
            self.names = names
            self.licence = licence
        }
    }

    /// A licence of open data, by its SPDX code.
    public enum Licence: String, CaseIterable, Sendable {
        /// Licence Ouverte 2.0, which French administrations use.
        case openLicence = "etalab-2.0"
        case openDatabase = "odbl-1.0"
        case attribution = "cc-by-4.0"

        /// What it is called, and where it is read.
        public var text: (title: String, path: String) {
            switch self {
            case .openLicence:
                (
                    "Licence Ouverte 2.0",
                    "https://www.etalab.gouv.fr/wp-content/uploads/2017/04/ETALAB-Licence-Ouverte-v2.0.pdf"
                )
            case .openDatabase: ("Open Database License 1.0", "https://opendatacommons.org/licenses/odbl/1-0/")
            case .attribution: ("Creative Commons Attribution 4.0", "https://creativecommons.org/licenses/by/4.0/")
            }
        }
    }

    let office: Office
    let months: [Period]
    /// A line of its files each; by the file's subject.
    let rows: [[Row]]

    /// A line: what of, and what was counted.
    struct Row: Hashable {
        let month: String
        /// `all` for the whole.
        let facet: String
        let value: String
        let cell: Cell
    }

    /// The months of some days that are over: the last is before that of the last day.
    public static func months(of days: ClosedRange<OfficeDay>) -> [Period] {
        let (first, last) = (days.lowerBound.parts, days.upperBound.parts)
        return (first.year...last.year).flatMap { year in
            (1...12).filter { month in
                (first.year, first.month) <= (year, month) && (year, month) < (last.year, last.month)
            }.map { Period.month(year: year, month: $0) }
        }
    }

    /// The open data of some months.
    ///
    /// - `answer`: answers a question as the register does; what can't leave the office is hidden here.
    public init(_ office: Office, over months: [Period], answer: (Question) throws -> Answer) throws {
        self.office = office
        self.months = months
        var rows = OpenDataSubject.all.map { _ in [Row]() }
        for month in months {
            let questions = try OpenDataSubject.all.map { try $0.questions(over: month) }
            var answers = Answer.published(together: try questions.joined().map(answer))[...]
            for (subject, asked) in questions.enumerated() {
                for answer in answers.prefix(asked.count) { rows[subject] += Self.rows(of: answer) }
                answers = answers.dropFirst(asked.count)
            }
        }
        self.rows = rows
    }

    private static func rows(of answer: Answer) -> [Row] {
        let month = answer.question.period.text
        guard let facet = answer.question.breakdown else {
            return [Row(month: month, facet: "all", value: "all", cell: answer.table.columnTotals[0])]
        }
        return answer.table.rows.enumerated().compactMap { row, value in
            let cell = answer.table.cells[row][0]
            return cell == .notCounted ? nil : Row(month: month, facet: facet.rawValue, value: value, cell: cell)
        }
    }

    /// The subjects of which anything was counted, with their lines.
    var subjects: [(subject: OpenDataSubject, rows: [Row])] {
        zip(OpenDataSubject.all, rows).filter { $1.contains { $0.cell != .notCounted } }.map { ($0, $1) }
    }

    /// All files by name, in order. The same facts make the same bytes.
    public var files: [(name: String, text: String)] {
        subjects.map { ($0.subject.file, Self.csv($0.subject, $0.rows)) }
            + [
                ("codes.csv", codes), ("datapackage.json", package), ("codebook.fr.md", codebook(in: .french)),
                ("codebook.en.md", codebook(in: .english)),
            ]
    }

    private static func csv(_ subject: OpenDataSubject, _ rows: [Row]) -> String {
        let lines = rows.map { row in
            let (number, status) =
                switch row.cell {
                case .value(let number): ("\(number)", "counted")
                case .zero: ("0", "counted")
                case .notCounted: ("", "not_counted")
                case .hidden: ("", "hidden")
                }
            return "\(row.month),\(row.facet),\(row.value),\(number),\(status)\n"
        }
        return "month,facet,value,\(subject.column),status\n" + lines.joined()
    }
}
