/// A page of figures for people: a head, tables, a foot. As text and as HTML it says the same.
public struct Sheet: Sendable {
    /// What is figured.
    public struct Table: Sendable {
        /// Over the table; "" when it needs none.
        public var caption: String
        /// Over the columns; empty when they need none.
        public var headings: [String]
        /// Words first, then figures.
        public var rows: [[String]]
        /// Of the whole, under the rows.
        public var sum: [String]

        /// A table out of its parts.
        public init(_ caption: String = "", headings: [String] = [], rows: [[String]], sum: [String] = []) {
            self.caption = caption
            self.headings = headings
            self.rows = rows
            self.sum = sum
        }
    }

    /// What it is.
    public var title: String
    /// Whose it is.
    public var owner: [String]
    /// Of when and what.
    public var heading: [String]
    /// What it figures; an empty one is left out.
    public var tables: [Table]
    /// What proves or explains it.
    public var foot: [String]

    /// A page out of its parts.
    public init(title: String, owner: [String], heading: [String], tables: [Table], foot: [String]) {
        self.title = title
        self.owner = owner
        self.heading = heading
        self.tables = tables.filter { !$0.rows.isEmpty }
        self.foot = foot
    }
}

extension Sheet {
    /// As plain text, at most so many columns wide unless a figure needs more.
    public func text(columns: Int) -> String {
        let rule = String(repeating: "-", count: columns)
        var page = TextPage(columns: columns)
        for line in owner { page.centred(line) }
        page.add(rule)
        page.centred(title.uppercased())
        for line in heading { page.wrapped(line) }
        for table in tables {
            page.add(rule)
            if !table.caption.isEmpty { page.wrapped(table.caption) }
            for line in Self.rows(of: table, columns) { page.add(line) }
        }
        page.add(rule)
        for line in foot { page.centred(line) }
        return page.text
    }

    /// Figures at the right, as wide as they are; words take what is left, and a line of their own when that is too little.
    private static func rows(of table: Table, _ columns: Int) -> [String] {
        let all = [table.headings] + table.rows + [table.sum]
        let count = all.map(\.count).max() ?? 0
        let widths = (1..<max(count, 1)).map { column in
            all.map { column < $0.count ? $0[column].count : 0 }.max() ?? 0
        }
        let room = columns - widths.reduce(0) { $0 + $1 + 1 }
        return all.filter { !$0.isEmpty }.flatMap { row in
            let figures = zip(widths, row.dropFirst()).map { width, figure in
                " " + String(repeating: " ", count: max(0, width - figure.count)) + figure
            }.joined()
            guard row[0].count > room else {
                return [row[0] + String(repeating: " ", count: room - row[0].count) + figures]
            }
            let words = TextPage.lines(row[0], within: columns)
            return words + [String(repeating: " ", count: max(0, columns - figures.count)) + figures]
        }
    }
}
