import Reception

@testable import Reports

/// Answers as a register could give them: the year 2026 to November and the year before, in numbers that mean nothing.
struct CouncilSample {
    let scope: CouncilScope
    var generator: SeededGenerator
    /// How many times a cell is counted as many.
    var largest: Int
    /// In ten cells, how many nobody counted.
    var uncounted: Int

    init(
        seed: UInt64, largest: Int = 400, uncounted: Int = 0,
        scope: CouncilScope = CouncilScope(.year(2026), through: OfficeDay(daysSince1970: 20_779))
    ) {
        self.scope = scope
        generator = SeededGenerator(seed: seed)
        (self.largest, self.uncounted) = (largest, uncounted)
    }

    mutating func answers() throws -> [Answer] {
        try scope.questions().map { answer($0) }
    }

    mutating func report(demonstration: Bool = false) throws -> CouncilReport {
        let topics = [
            ("hiking", "randonnée", "hiking"), ("wine", "caveaux", "wine cellars"),
            ("food", "restauration", "restaurants"),
        ]
        let vocabulary = Vocabulary(
            topics: topics.map { .init(code: $0.0, fr: $0.1, en: $0.2, words: []) })
        return CouncilReport(
            scope,
            office: .init(
                name: "Office <& Cie>", isDemonstration: demonstration,
                names: FacetNames(vocabulary: vocabulary, origins: Origins(regionName: "Occitanie"))),
            answers: try answers())
    }

    mutating func answer(_ question: Question) -> Answer {
        let rows = question.breakdown.map(values) ?? ["total"]
        let columns = question.comparison == nil ? ["2026"] : ["2026", "2025"]
        let above = counts(rows.count, columns.count, upTo: largest)
        let table = table(rows, columns, above, question)
        let pairing = question.comparison?.pairing(of: question.period.days, today: scope.through)
        switch question.measure.definition.formula {
        case .sum, .percentile: return Answer(question, table, rows: table, pairing: pairing)
        case .share, .ratio:
            // What is under the line of a share is at least what is above.
            let more = counts(rows.count, columns.count, upTo: largest)
            let below = zip(above, more).map {
                zip($0, $1).map { one, two in one.flatMap { one in two.map { one + $0 } } }
            }
            return Answer(
                question, table, per: self.table(rows, columns, below, question),
                rows: self.table(rows, columns, below, question), pairing: pairing)
        }
    }

    private func table(_ rows: [String], _ columns: [String], _ counts: [[Int?]], _ question: Question) -> CrossTable {
        guard let facet = question.breakdown, !question.measure.addsUp(by: facet) else {
            return CrossTable(rows: rows, columns: columns, counted: counts)
        }
        let wholes = columns.indices.map { column in counts.compactMap { $0[column] }.max() }
        return CrossTable(rows: rows, columns: columns, counted: counts, wholes: wholes)
    }

    private mutating func counts(_ rows: Int, _ columns: Int, upTo largest: Int) -> [[Int?]] {
        (0..<rows).map { _ in
            (0..<columns).map { _ in
                if Int.random(in: 0..<10, using: &generator) < uncounted { return nil }
                return Int.random(in: 0...largest, using: &generator)
            }
        }
    }

    private func values(_ facet: Facet) -> [String] {
        switch facet {
        case .month: (1...11).map { Period.month(year: 2026, month: $0).text }
        case .day: (1...28).map { "\(OfficeDay(daysSince1970: 20_635 + $0))" }
        case .origin: ["local", "FR-30", "FR-34", "region", "FR", "BE", "NL", "unknown"]
        case .weekdayHour: (1...7).flatMap { day in (9...18).map { "\(day)-\($0 < 10 ? "0" : "")\($0)" } }
        case .profile: ["couple", "family", "seniors", "unknown"]
        case .topic: ["hiking", "wine", "food", "unknown"]
        case .language: ["fr", "en", "nl"]
        case .channel: ["counter", "phone", "email"]
        default: ["a<b", "c&d", "e"]
        }
    }
}

/// The same numbers for the same seed.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
