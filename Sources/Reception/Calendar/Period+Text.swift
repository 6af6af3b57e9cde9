/// How periods are written in addresses and typed in terminals: `2026-07-14`, `2026-W29`, `2026-07`, `2026-wings`, `2026`,
/// `2026-07-01..2026-07-14`.
extension Period {
    /// The most days one range has: more is a slip of the fingers.
    public static let dayLimit = 3_660

    /// Reads a period as `text` writes it, or a word for one that today is in or near: `aujourd'hui`, `hier`, `semaine`, `mois`, `année`,
    /// `today`, `yesterday`, `week`, `month`, `year`.
    ///
    /// - `seasons`: the office's.
    ///
    /// Throws `question_period_invalid`.
    public init(_ text: some StringProtocol, today: OfficeDay, seasons: [Season]) throws(Refusal) {
        guard let period = Self.word(Folding.key(String(text)), today: today) ?? Self.written(text, seasons: seasons)
        else { throw .noPeriod(String(text), seasons: seasons) }
        self = period
    }

    /// The canonical form; it reads back the same.
    public var text: String {
        switch self {
        case .day(let day): day.description
        case .week(let week): week.description
        case .month(let year, let month): "\(Self.digits(year))-\(month < 10 ? "0" : "")\(month)"
        case .season(let season, let year): "\(Self.digits(year))-\(season.code)"
        case .year(let year): Self.digits(year)
        case .range(let days): "\(days.lowerBound)..\(days.upperBound)"
        }
    }

    private static func digits(_ year: Int) -> String {
        var text = ASCIIText<4>()
        text.append(decimal: year, digits: 4)
        return text.string
    }

    private static func word(_ word: String, today: OfficeDay) -> Period? {
        switch word {
        case "aujourd hui", "aujourdhui", "today": .day(today)
        case "hier", "yesterday": .day(today.adding(days: -1))
        case "semaine", "week": .week(ISOWeek(containing: today))
        case "mois", "month": .month(year: today.parts.year, month: today.parts.month)
        case "annee", "an", "year": .year(today.parts.year)
        default: nil
        }
    }

    private static func written(_ text: some StringProtocol, seasons: [Season]) -> Period? {
        if let day = OfficeDay(text) { return .day(day) }
        if let range = range(text) { return range }
        let parts = text.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
        guard let year = number(parts[0], digits: 4), year > 0 else { return nil }
        guard parts.count == 2 else { return .year(year) }
        let rest = parts[1]
        if let month = number(rest, digits: 2) { return 1...12 ~= month ? .month(year: year, month: month) : nil }
        if rest.first == "W" || rest.first == "w", let week = number(rest.dropFirst(), digits: 2) {
            return ISOWeek(year: year, number: week).map { .week($0) }
        }
        return seasons.first { $0.code == rest }.map { .season($0, year: year) }
    }

    /// `2026-07-01..2026-07-14`
    private static func range(_ text: some StringProtocol) -> Period? {
        guard text.utf8.count == 22, text.dropFirst(10).prefix(2) == "..", let first = OfficeDay(text.prefix(10)),
            let last = OfficeDay(text.suffix(10)), first <= last, last.daysSince1970 - first.daysSince1970 < dayLimit
        else { return nil }
        return .range(first...last)
    }

    private static func number(_ text: some StringProtocol, digits: Int) -> Int? {
        guard text.utf8.count == digits, text.utf8.allSatisfy({ 48...57 ~= $0 }) else { return nil }
        return Int(text)
    }
}

extension Refusal {
    fileprivate static func noPeriod(_ text: String, seasons: [Season]) -> Refusal {
        let codes = seasons.map { "2026-\($0.code)" }.joined(separator: ", ")
        return Refusal(
            .questionPeriodInvalid,
            fr: (
                "\(text.quotedForMessage) n'est pas une période.",
                "Écrivez 2026, 2026-07, 2026-W29, 2026-07-14, 2026-07-01..2026-07-14 (dix ans au plus), hier ou mois ; une saison : \(codes)."
            ),
            en: (
                "\(text.quotedForMessage) isn't a period.",
                "Write 2026, 2026-07, 2026-W29, 2026-07-14, 2026-07-01..2026-07-14 (ten years at most), yesterday or month; a season: \(codes)."
            ))
    }
}
