import Reception
import Yams

/// Reads `opening` of a `place.yaml`.
struct OpeningReader {
    let today: OfficeDay

    private static let keys = [
        "always", "by_appointment", "known_until", "periods", "closed", "last_entry_min", "note",
    ]

    /// Nothing written is nothing known.
    func read(_ place: Fields) -> Opening {
        guard let fields = place.fields("opening", keys: Self.keys) else { return Opening() }
        let always = fields.boolean("always") ?? false
        let byAppointment = fields.boolean("by_appointment") ?? false
        let periods = fields.groups("periods", keys: ["from", "to", "days", "hours", "by_appointment"]).map(period)
        let knownUntil = fields.date("known_until")
        let closed = fields.items("closed").compactMap { fields.value($0, named: "closed", .date) { OfficeDay($0) } }
        let lastEntry = fields.integer("last_entry_min", in: 1...720)
        let note = fields.translated("note")

        if [always, byAppointment, fields.has("periods")].count(where: { $0 }) > 1 {
            fields.report.error(.openingContradicts, line: fields.line)
        }
        if always { return Opening(kind: .always, note: note) }
        if byAppointment { return Opening(kind: .byAppointment, note: note) }
        guard fields.has("periods") else {
            fields.report.error(.openingSaysNothing, line: fields.line)
            return Opening(note: note)
        }
        if let knownUntil {
            if knownUntil < today {
                fields.report.warning(.hoursOutOfDate(knownUntil), line: fields.line(of: "known_until"))
            }
        } else if !fields.has("known_until") {
            fields.report.error(.missingKnownUntil, line: fields.line(of: "periods"))
        }
        if periods.isEmpty { fields.report.error(.emptyText("periods"), line: fields.line(of: "periods")) }
        return Opening(
            kind: .periods, knownUntil: knownUntil, periods: periods, closed: closed, lastEntry: lastEntry, note: note)
    }

    private func period(_ fields: Fields) -> OpeningPeriod {
        let from = fields.value("from", .periodBound) { OpeningPeriod.Bound($0) }
        let to = fields.value("to", .periodBound) { OpeningPeriod.Bound($0) }
        let days = fields.has("days") ? fields.choices("days", of: Weekday.self).map(\.isoNumber).sorted() : nil
        let hours = fields.items("hours").compactMap { fields.value($0, named: "hours", .hours) { HourRange($0) } }
        let byAppointment = fields.boolean("by_appointment") ?? false
        checkDates(from, to, fields)
        let sorted = hours.sorted()
        if zip(sorted, sorted.dropFirst()).contains(where: { $1.start < $0.end }) {
            fields.report.error(.hoursOverlap, line: fields.line(of: "hours"))
        }
        if !byAppointment, !fields.has("hours") {
            fields.report.error(.periodWithoutHours, line: fields.line)
        }
        return OpeningPeriod(from: from, to: to, days: days, hours: hours, byAppointment: byAppointment)
    }

    private func checkDates(_ from: OpeningPeriod.Bound?, _ to: OpeningPeriod.Bound?, _ fields: Fields) {
        switch (from, to) {
        case (.date(let first), .date(let last)) where last < first:
            fields.report.error(.periodBackwards, line: fields.line(of: "to"))
        case (.date, .everyYear), (.everyYear, .date):
            fields.report.error(.periodMixesForms, line: fields.line(of: "to"))
        case (.everyYear, nil) where !fields.has("to"):
            fields.report.error(.periodHalfYearly, line: fields.line(of: "from"))
        case (nil, .everyYear) where !fields.has("from"):
            fields.report.error(.periodHalfYearly, line: fields.line(of: "to"))
        default: break
        }
    }

    private enum Weekday: String, CaseIterable {
        case mon, tue, wed, thu, fri, sat, sun

        var isoNumber: Int {
            switch self {
            case .mon: 1
            case .tue: 2
            case .wed: 3
            case .thu: 4
            case .fri: 5
            case .sat: 6
            case .sun: 7
            }
        }
    }
}
