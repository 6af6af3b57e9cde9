import Reception
import Yams

/// Reads `calendar/school-holidays.yaml`, which an office may leave out: school holidays are then unknown.
struct SchoolHolidaysReader {
    static let file = "school-holidays.yaml"
    private static let yearKeys = ["year", "source", "start", "breaks"]
    private static let breakKeys = ["holiday", "zone", "from", "back"]

    private let item: Fields
    private let name: String
    private let start: OfficeDay

    static func read(_ root: Node, context: FieldContext) -> SchoolCalendar {
        guard let fields = Fields(root, named: file, keys: ["years"], context: context) else { return SchoolCalendar() }
        _ = fields.required("years")
        var years: [SchoolCalendar.Year] = []
        for item in fields.groups("years", keys: yearKeys) {
            for key in yearKeys { _ = item.required(key) }
            let year = item.value("year", .schoolYear) { schoolYear($0) }
            let (source, start) = (item.text("source"), item.date("start"))
            guard let year, let source, let start else { continue }
            guard start.parts.year == year else {
                item.report.error(.outOfRange("start", "\(year)-01-01…\(year)-12-31"), line: item.line(of: "start"))
                continue
            }
            let reader = SchoolHolidaysReader(item: item, name: "\(year)-\(year + 1)", start: start)
            let found = SchoolCalendar.Year(year: year, source: source, start: start, breaks: reader.breaks())
            if years.contains(where: { $0.year == year }) {
                item.report.error(.duplicateID(found.name), line: item.line)
            } else {
                years.append(found)
            }
        }
        return SchoolCalendar(years: years)
    }

    private func breaks() -> [SchoolCalendar.Break] {
        var known: [(pause: SchoolCalendar.Break, line: Int)] = []
        let groups = item.groups("breaks", keys: Self.breakKeys)
        for group in groups {
            guard let pause = pause(group) else { continue }
            if let other = known.first(where: { Self.meet($0.pause, pause) }) {
                group.report.error(.breaksMeet(pause.holiday, other.pause.holiday, line: other.line), line: group.line)
            } else {
                known.append((pause, group.line))
            }
        }
        // A break that couldn't be read isn't told as missing too.
        if known.count == groups.count { tellMissing(known.map(\.pause)) }
        return known.map(\.pause)
    }

    private func pause(_ group: Fields) -> SchoolCalendar.Break? {
        for key in ["holiday", "from"] { _ = group.required(key) }
        let holiday = group.choice("holiday", of: SchoolCalendar.Holiday.self)
        let zone = group.choice("zone", of: SchoolCalendar.Zone.self)
        let (from, back) = (group.date("from"), group.date("back"))
        guard let holiday, let from, !group.has("zone") || zone != nil, !group.has("back") || back != nil else {
            return nil
        }
        guard start < from, start.distance(to: from) < 366 else {
            group.report.error(.breakOutOfYear(holiday, name), line: group.line(of: "from"))
            return nil
        }
        if holiday == .summer {
            guard back == nil else {
                group.report.error(.summerHasNoEnd, line: group.line(of: "back"))
                return nil
            }
        } else {
            _ = group.required("back")
            guard let back else { return nil }
            guard from < back else {
                group.report.error(.breakEndsEarly(holiday), line: group.line(of: "back"))
                return nil
            }
        }
        return SchoolCalendar.Break(holiday: holiday, zone: zone, from: from, back: back)
    }

    /// Whether a zone would have the same holiday twice, or two on one day.
    private static func meet(_ one: SchoolCalendar.Break, _ other: SchoolCalendar.Break) -> Bool {
        guard one.zone == nil || other.zone == nil || one.zone == other.zone else { return false }
        if one.holiday == other.holiday { return true }
        // Summer ends with the school year: nothing comes after it.
        return (other.back.map { one.from < $0 } ?? true) && (one.back.map { other.from < $0 } ?? true)
    }

    private func tellMissing(_ breaks: [SchoolCalendar.Break]) {
        for holiday in SchoolCalendar.Holiday.allCases where holiday != .ascensionBridge {
            let zones = SchoolCalendar.Zone.allCases.filter { zone in
                !breaks.contains { $0.holiday == holiday && ($0.zone == nil || $0.zone == zone) }
            }
            if !zones.isEmpty { item.report.error(.breakMissing(holiday, zones, name), line: item.line) }
        }
    }

    /// `2026-2027`
    private static func schoolYear(_ text: String) -> Int? {
        let years = text.split(separator: "-", omittingEmptySubsequences: false).map { decimal($0) }
        guard text.utf8.count == 9, years.count == 2, let first = years[0], years[1] == first + 1 else { return nil }
        return first
    }
}
