import Reception
import Yams

/// Reads `statistics:` of `office.yaml`: which origins are told apart, the schools' zone, the seasons.
struct StatisticsReader {
    private static let keys = ["origins", "school_zone", "seasons"]
    private static let originKeys = ["apart", "region", "region_name"]
    private static let seasonKeys = ["code", "fr", "en", "months"]

    private let statistics: Fields

    /// What the office says of its statistics, without school holidays; what it leaves out is as for any office.
    static func read(_ office: Fields) -> StatisticsSetting {
        guard let statistics = office.fields("statistics", keys: keys) else { return StatisticsSetting() }
        let reader = StatisticsReader(statistics: statistics)
        return StatisticsSetting(
            seasons: statistics.has("seasons") ? reader.seasons() : Season.standard, origins: reader.origins(),
            zone: statistics.choice("school_zone", of: SchoolCalendar.Zone.self))
    }

    private func origins() -> Origins {
        guard let origins = statistics.fields("origins", keys: Self.originKeys) else { return Origins() }
        if origins.has("region") { _ = origins.required("region_name") }
        return Origins(
            apart: departements(origins, "apart"), region: departements(origins, "region"),
            regionName: origins.text("region_name") ?? "")
    }

    private func departements(_ origins: Fields, _ key: String) -> [String] {
        var codes: [String] = []
        for node in origins.items(key) {
            let code = origins.value(node, named: key, .departement) { Departements.isKnown($0) ? $0 : nil }
            guard let code else { continue }
            if codes.contains(code) {
                origins.report.error(.duplicateID(code), line: node.line)
            } else {
                codes.append(code)
            }
        }
        return codes
    }

    /// Each month in exactly one, so that the seasons of a year add up to it.
    private func seasons() -> [Season] {
        var seasons: [Season] = []
        var seasonOfMonth: [Int: String] = [:]
        let items = statistics.groups("seasons", keys: Self.seasonKeys)
        for item in items {
            for key in Self.seasonKeys { _ = item.required(key) }
            let code = item.value("code", .seasonCode) { Self.isCode($0) ? $0 : nil }
            let months = item.items("months").compactMap { node -> Int? in
                guard let month = item.value(node, named: "months", .month, { Self.month($0) }) else { return nil }
                if let other = seasonOfMonth[month] {
                    item.report.error(.monthTwice(month, other), line: node.line)
                    return nil
                }
                seasonOfMonth[month] = code ?? "?"
                return month
            }
            guard let code, let fr = item.text("fr"), let en = item.text("en") else { continue }
            if seasons.contains(where: { $0.code == code }) {
                item.report.error(.duplicateID(code), line: item.line)
            } else {
                seasons.append(Season(code: code, fr: fr, en: en, months: months.sorted()))
            }
        }
        let missing = (1...12).filter { seasonOfMonth[$0] == nil }
        // A season that couldn't be read isn't told as missing too.
        if seasons.count == items.count, !missing.isEmpty {
            statistics.report.error(.monthsWithoutSeason(missing), line: statistics.line(of: "seasons"))
        }
        return seasons
    }

    /// A slug that neither a month nor a week is written as.
    private static func isCode(_ text: String) -> Bool {
        let digits = text.hasPrefix("w") ? text.dropFirst() : text[...]
        return Fields.isSlug(text) && (digits.isEmpty || decimal(digits) == nil)
    }

    private static func month(_ text: String) -> Int? {
        decimal(text).flatMap { 1...12 ~= $0 ? $0 : nil }
    }
}
