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
        var lines = owner.flatMap { Self.centred($0, columns) } + [rule] + Self.centred(title.uppercased(), columns)
        lines += heading.flatMap { Self.wrapped($0, columns) }
        for table in tables {
            lines.append(rule)
            if !table.caption.isEmpty { lines += Self.wrapped(table.caption, columns) }
            lines += Self.rows(of: table, columns)
        }
        lines.append(rule)
        lines += foot.flatMap { Self.centred($0, columns) }
        return lines.map { $0.replacing("\u{A0}", with: " ") + "\n" }.joined()
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
            let words = wrapped(row[0], columns)
            return words + [String(repeating: " ", count: max(0, columns - figures.count)) + figures]
        }
    }

    private static func centred(_ text: String, _ columns: Int) -> [String] {
        wrapped(text, columns).map { String(repeating: " ", count: (columns - $0.count) / 2) + $0 }
    }

    private static func wrapped(_ text: String, _ columns: Int) -> [String] {
        var lines = [""]
        for word in text.split(separator: " ") {
            var word = word
            let last = lines[lines.count - 1]
            if !last.isEmpty, last.count + 1 + word.count <= columns {
                lines[lines.count - 1] += " " + word
                continue
            }
            if last.isEmpty { lines.removeLast() }
            while word.count > columns {
                lines.append(String(word.prefix(columns)))
                word = word.dropFirst(columns)
            }
            lines.append(String(word))
        }
        return lines
    }
}
