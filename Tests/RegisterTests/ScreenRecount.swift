import GRDB
import Reception

@testable import Register

/// The figures of the screens once more, by plain loops over raw rows: what the register keeps beside them must say the same.
struct ScreenRecount {
    private struct Raw {
        let day, session, screen, kind, lang: String
        let place, theme, value: String?
        let hour: Int
        let at: Int64
    }

    /// Something counted: once under each of its values of a facet.
    private struct Counted {
        let day: OfficeDay
        var values: [Facet: [String]]
        var amount: Int
    }

    private let rows: [Raw]

    init(_ database: Database) throws {
        rows = try Row.fetchAll(database, sql: "SELECT * FROM interaction ORDER BY seq").map {
            Raw(
                day: $0["day"], session: $0["session"], screen: $0["screen"], kind: $0["kind"], lang: $0["lang"],
                place: $0["place"], theme: $0["theme"], value: $0["value"], hour: $0["hour"], at: $0["at_ms"])
        }
    }

    func sums(
        of measure: Measure, days: Days, by facet: Facet?, filters: [Question.Filter],
        slot: (Facet, OfficeDay) -> String
    ) -> [String: ScreenSums.Sum] {
        var amounts: [String: [Int]] = [:]
        for counted in counted(measure) where days.contains(counted.day) {
            func values(_ facet: Facet) -> [String] {
                if let values = counted.values[facet] { return values }
                let hours = counted.values[.hour] ?? []
                return facet == .weekdayHour
                    ? hours.map { "\(counted.day.weekday)-\($0)" } : [slot(facet, counted.day)]
            }
            let passes = filters.allSatisfy { filter in values(filter.facet).contains { filter.values.contains($0) } }
            guard passes else { continue }
            for value in facet.map(values) ?? ["total"] {
                amounts[value, default: []].append(counted.amount)
            }
        }
        guard case .percentile(let percent, _) = measure.definition.formula else {
            return amounts.mapValues { .init(sum: $0.reduce(0, +), rows: $0.count) }
        }
        return amounts.mapValues { lengths in
            let longest = lengths.sorted().first { length in
                lengths.count { $0 <= length } * 100 >= percent * lengths.count
            }
            return .init(sum: longest ?? -1, rows: lengths.count)
        }
    }

    private func counted(_ measure: Measure) -> [Counted] {
        switch measure {
        case .sessions: sessions { _ in 1 }
        case .idleSessions: sessions { $0.first { $0.kind == "session-end" }?.value == "idle" ? 1 : nil }
        case .familySessions:
            sessions { $0.contains { $0.kind == "filter" && ["children", "pushchair"].contains($0.value) } ? 1 : nil }
        case .sessionMedian, .sessionP90:
            sessions { rows in
                guard let start = rows.first(where: { $0.kind == "session-start" }),
                    let end = rows.first(where: { $0.kind == "session-end" })
                else { return nil }
                return end.at < start.at ? 0 : Int((end.at - start.at) / 1_000)
            }
        case .placesOpened: gestures { $0.kind == "place" }
        case .trackDownloads: gestures { $0.kind == "track-download" }
        case .takeAways: gestures { $0.kind == "take-away" }
        case .scans: gestures { $0.kind == "scan" }
        case .searches: gestures { $0.kind == "search" }
        case .emptySearches: gestures { $0.kind == "search" && $0.value == "0" }
        case .faces: gestures { $0.kind == "feedback" }
        case .happyFaces: gestures { $0.kind == "feedback" && ["3", "4"].contains($0.value) }
        default: minutes()
        }
    }

    private func gestures(_ counts: (Raw) -> Bool) -> [Counted] {
        rows.filter(counts).compactMap { row in
            counted(
                row,
                [
                    .place: [row.place ?? "unknown"], .theme: [row.theme ?? "unknown"], .language: [row.lang],
                    .face: [row.value ?? ""],
                ], 1)
        }
    }

    private func sessions(_ amount: ([Raw]) -> Int?) -> [Counted] {
        Dictionary(grouping: rows, by: \.session).values.compactMap { rows in
            guard let start = rows.first(where: { $0.kind == "session-start" }), let amount = amount(rows) else {
                return nil
            }
            let langs = Set(rows.filter { $0.kind == "language" }.map(\.lang) + [start.lang])
            return counted(start, [.language: Array(langs)], amount)
        }
    }

    /// Each hour of a screen, with its minutes; the hour that comes twice is two.
    private func minutes() -> [Counted] {
        let onScreens = rows.filter { $0.screen != "phone" }
        let hours = Dictionary(grouping: onScreens) { "\($0.screen) \($0.at / 3_600_000)" }.values
        return hours.compactMap { rows in counted(rows[0], [:], Set(rows.map { $0.at / 60_000 }).count) }
    }

    private func counted(_ row: Raw, _ values: [Facet: [String]], _ amount: Int) -> Counted? {
        guard let day = OfficeDay(row.day) else { return nil }
        let known: [Facet: [String]] = [.hour: ["\(row.hour)"], .screen: [row.screen]]
        return Counted(day: day, values: values.merging(known) { $1 }, amount: amount)
    }
}
