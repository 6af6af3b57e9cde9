/// Sheets of a spreadsheet as values; `data` makes an XLSX file of them. The same workbook has the same bytes.
public struct Workbook: Sendable {
    /// What stands in a cell.
    public enum Content: Hashable, Sendable {
        case text(String)
        /// In the unit that its form shows.
        case number(Double)
        /// A day of the calendar, by its days since 1970-01-01.
        case day(Int)
        case empty
    }

    /// How a cell is shown.
    public struct Form: Hashable, Sendable {
        /// How a number is written, in Excel's codes: `#,##0`, `0.0%`; nil: as it comes.
        public var code: String?
        /// Set apart: a heading, a total.
        public var isBold = false
        /// Set back: what stands in the place of a figure.
        public var isItalic = false
        /// A line under it.
        public var isUnderlined = false
        /// Long texts go on below.
        public var isWrapped = false
        /// At the right, as figures are.
        public var isAtRight = false

        /// A form with a code for numbers.
        public init(_ code: String? = nil) { self.code = code }
    }

    /// A cell.
    public struct Cell: Hashable, Sendable {
        /// What stands in it.
        public var content: Content
        /// How it is shown.
        public var form: Form

        /// A cell out of its parts.
        public init(_ content: Content, _ form: Form = Form()) {
            self.content = content
            self.form = form
        }
    }

    /// A sheet.
    public struct Sheet: Sendable {
        /// Its tab: 31 characters at most, without `[]:*?/\`.
        public var name: String
        /// How wide each column is, in characters.
        public var widths: [Double]
        /// Line by line.
        public var rows: [[Cell]]
        /// How many lines stay where they are, and stand on each printed page.
        public var headings: Int

        /// A sheet out of its parts.
        public init(name: String, widths: [Double], rows: [[Cell]], headings: Int = 0) {
            self.name = name
            self.widths = widths
            self.rows = rows
            self.headings = headings
        }
    }

    /// What it is called in its properties.
    public var title: String
    /// When it says that it was made, in seconds since 1970; not now, or the same figures would have other bytes.
    public var created: Int
    /// One at least.
    public var sheets: [Sheet]

    /// A workbook out of its parts.
    public init(title: String, created: Int, sheets: [Sheet]) {
        self.title = title
        self.created = created
        self.sheets = sheets
    }
}
