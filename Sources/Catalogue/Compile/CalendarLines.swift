import Foundation
import Reception

/// The lines of an iCalendar file (RFC 5545, 3.1): ended by CRLF, folded at 75 bytes, texts escaped.
struct CalendarLines {
    private(set) var bytes: [UInt8] = []

    private static let longest = 75

    mutating func add(_ name: String, _ value: String) {
        var column = 0
        for scalar in "\(name):\(value)".unicodeScalars {
            let encoded = Array(String(scalar).utf8)
            if column + encoded.count > Self.longest {
                bytes += Array("\r\n ".utf8)
                column = 1
            }
            bytes += encoded
            column += encoded.count
        }
        bytes += Array("\r\n".utf8)
    }

    mutating func add(_ name: String, text: String) {
        let escaped = text.reduce(into: "") { escaped, character in
            switch character {
            case "\\", ";", ",": escaped += "\\\(character)"
            case let end where end.isNewline: escaped += "\\n"
            default: escaped.append(character)
            }
        }
        add(name, escaped)
    }

    /// A zone's changes of hour around some days. A reader that knows the zone's name doesn't look at them.
    mutating func add(zone name: String, from first: OfficeDay, to last: OfficeDay) {
        guard let zone = TimeZone(identifier: name) else { return }
        add("BEGIN", "VTIMEZONE")
        add("TZID", name)
        let end = Self.midnight(last.adding(days: 2))
        // More than a year ahead: the change that the first day follows is among them.
        var at = Self.midnight(first.adding(days: -400))
        var changes = 0
        while let change = zone.nextDaylightSavingTimeTransition(after: at), change < end {
            add(
                change: LocalMoment(change.addingTimeInterval(-60), timeZone: name).map {
                    LocalMoment(date: $0.date, minute: $0.minute + 1)
                }, isDaylight: zone.isDaylightSavingTime(for: change),
                offsets: (zone.secondsFromGMT(for: change.addingTimeInterval(-1)), zone.secondsFromGMT(for: change)))
            at = change
            changes += 1
        }
        if changes == 0 {
            let offset = zone.secondsFromGMT(for: end)
            add(
                change: LocalMoment(date: OfficeDay(daysSince1970: 0), minute: 0), isDaylight: false,
                offsets: (offset, offset))
        }
        add("END", "VTIMEZONE")
    }

    /// - Parameter change: on the clock as it was before.
    private mutating func add(change: LocalMoment?, isDaylight: Bool, offsets: (before: Int, after: Int)) {
        guard let change else { return }
        let name = isDaylight ? "DAYLIGHT" : "STANDARD"
        add("BEGIN", name)
        add("DTSTART", Self.written(change))
        add("TZOFFSETFROM", Self.written(offset: offsets.before))
        add("TZOFFSETTO", Self.written(offset: offsets.after))
        add("END", name)
    }

    private static func midnight(_ day: OfficeDay) -> Date {
        Date(timeIntervalSince1970: Double(day.daysSince1970) * 86_400)
    }

    /// `20260714`
    static func written(_ day: OfficeDay) -> String {
        day.description.filter { $0 != "-" }
    }

    /// `20260714T100500`
    static func written(_ moment: LocalMoment) -> String {
        moment.description.filter { $0 != "-" && $0 != ":" } + "00"
    }

    /// `+0200`
    private static func written(offset seconds: Int) -> String {
        let minutes = abs(seconds) / 60
        return (seconds < 0 ? "-" : "+") + padded(minutes / 60, 2) + padded(minutes % 60, 2)
    }
}
