import GRDB
import Reception

/// Counts a figure on sheets, for one side of an answer.
struct SheetCount {
    let register: Register
    let database: Database
    let words: SheetWords
    let request: CountRequest

    func counted(_ sum: SheetSum) throws -> Counted {
        var counted = try signs(of: sum.source)
        for part in sum.parts { try count(part, into: &counted) }
        return counted
    }

    /// That somebody counted, and when.
    private func signs(of source: SheetSum.Source) throws -> Counted {
        var counted = Counted()
        let moments = request.moments
        var keys: Set<Int> = []
        let filters = FilterSet(request.filters.filter(\.facet.isTime), of: source.sign, words: words)
        try eachDay(source.sign) { sheet, shown, hour in
            guard filters.takes(day: sheet.day) else { return }
            for at in stride(from: 0, to: sheet.bytes.count, by: source.sign.width)
            where filters.takes(hourOf: sheet, at, hour) {
                counted.whole = counted.whole ?? Counted.Sum()
                guard let moments else { return }
                keys.insert(moments.key(day: sheet.day, shown: shown, hour: { hour(sheet, at) }))
                guard moments.needsHour else { return }
            }
        }
        if let moments { for key in keys { counted.parts[moments.name(key)] = Counted.Sum() } }
        return counted
    }

    private func count(_ part: SheetSum.Part, into counted: inout Counted) throws {
        let kind = part.kind
        let moments = request.moments
        let field = moments == nil ? request.breakdown.map(kind.field) : nil
        var filters = FilterSet(request.filters, of: kind, words: words)
        var sums: [Int: Counted.Sum] = [:]
        var whole = Counted.Sum()
        try eachDay(kind) { sheet, shown, hour in
            guard filters.takes(day: sheet.day) else { return }
            let isOneMoment = moments.map { !$0.needsHour } ?? false
            var ofDay = Counted.Sum()
            for at in stride(from: 0, to: sheet.bytes.count, by: kind.width) {
                guard let amount = part.amount(sheet, at) else { continue }
                guard try filters.takes(sheet, at, hour: hour) else { continue }
                ofDay.add(amount)
                if let field {
                    field.each(sheet, at) { sums[$0, default: .init()].add(amount) }
                } else if let moments, !isOneMoment {
                    sums[moments.key(day: sheet.day, shown: shown, hour: { hour(sheet, at) }), default: .init()]
                        .add(amount)
                }
            }
            whole.add(ofDay.amount, rows: ofDay.rows)
            if isOneMoment, let moments, ofDay.rows > 0 {
                sums[moments.key(day: sheet.day, shown: shown, hour: { 0 }), default: .init()].add(
                    ofDay.amount, rows: ofDay.rows)
            }
        }
        if whole.rows > 0 { counted.whole = (counted.whole ?? .init()).adding(whole) }
        for (key, sum) in sums {
            let name = try field?.name(key, words) ?? moments?.name(key) ?? ""
            counted.parts[name, default: .init()].add(sum.amount, rows: sum.rows)
        }
    }

    /// Hands over the sheets of days that count, with the day each stands under and how an hour of the clock is read from a code.
    private func eachDay(
        _ kind: Sheet.Kind, _ body: (Sheet, OfficeDay, _ hour: (Sheet, Int) -> Int) throws -> Void
    ) throws {
        guard let extent = request.days.extent else { return }
        let clock = kind.isOfTill && needsHour ? register.clock(over: extent) : register.clock
        let hour: (Sheet, Int) -> Int =
            kind.isOfTill
            ? { clock.dayAndHour(at: Instant(milliseconds: Int64($0.hex($1, 6)) * 900_000)).hour }
            : { Int($0.bytes[$1]) - 97 }
        try register.eachSheet(kind, in: extent, of: database) { sheet in
            guard let shown = request.days[sheet.day] else { return }
            try body(sheet, shown, hour)
        }
    }

    private var needsHour: Bool {
        request.moments?.needsHour == true || request.filters.contains { $0.facet == .hour }
    }
}

extension Counted.Sum {
    fileprivate func adding(_ other: Self) -> Self { Self(amount: amount + other.amount, rows: rows + other.rows) }
}

/// Whether facts of one kind have what was asked for: each value is looked at once.
private struct FilterSet {
    private var fields: [(field: SheetField, wanted: Set<String>, known: [Int: Bool])] = []
    private var hours: Set<Int>?
    private var weekdays: Set<Int>?
    private let words: SheetWords

    init(_ filters: [Question.Filter], of kind: Sheet.Kind, words: SheetWords) {
        self.words = words
        for filter in filters {
            switch filter.facet {
            case .weekday: weekdays = Set(filter.values.compactMap { Int($0) })
            // A day's opening hours say nothing of an hour, nor of who came.
            case _ where kind == .opening: break
            case .hour: hours = Set(filter.values.compactMap { Int($0) })
            default: fields.append((kind.field(filter.facet), Set(filter.values), [:]))
            }
        }
    }

    func takes(day: OfficeDay) -> Bool { weekdays.map { $0.contains(day.weekday) } ?? true }

    func takes(hourOf sheet: Sheet, _ at: Int, _ hour: (Sheet, Int) -> Int) -> Bool {
        hours.map { $0.contains(hour(sheet, at)) } ?? true
    }

    mutating func takes(_ sheet: Sheet, _ at: Int, hour: (Sheet, Int) -> Int) throws -> Bool {
        guard takes(hourOf: sheet, at, hour) else { return false }
        for index in fields.indices {
            let field = fields[index].field
            var isWanted = false
            try field.each(sheet, at) { if try isKnown($0, at: index) { isWanted = true } }
            if !isWanted { return false }
        }
        return true
    }

    private mutating func isKnown(_ key: Int, at index: Int) throws -> Bool {
        if let known = fields[index].known[key] { return known }
        let isWanted = try fields[index].wanted.contains(fields[index].field.name(key, words))
        fields[index].known[key] = isWanted
        return isWanted
    }
}

extension Register {
    /// A clock that is right on some days: one for all times takes longer than the question.
    fileprivate func clock(over days: ClosedRange<OfficeDay>) -> OfficeClock {
        let day: Int64 = 86_400_000
        return OfficeClock(
            timeZone: clock.timeZone,
            from: Instant(milliseconds: Int64(days.lowerBound.daysSince1970 - 3) * day),
            to: Instant(milliseconds: Int64(days.upperBound.daysSince1970 + 4) * day)) ?? clock
    }
}
