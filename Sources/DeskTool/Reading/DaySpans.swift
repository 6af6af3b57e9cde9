import Reception
import Terminal

/// The days of statistics, a row each; by week beyond a month, by month beyond half a year.
struct DaySpans {
    let moments: MomentWords

    func rows(_ days: [DeskStatistics.Day]) -> [Bars.Row] {
        let known = days.compactMap { day in OfficeDay(day.day).map { (day: $0, counts: day) } }
        switch known.count {
        case ...31: return known.map { row([$0.counts], label: moments.shortDate($0.day)) }
        case ...183: return grouped(known, by: { $0.adding(days: 1 - $0.weekday) }, label: week)
        default: return grouped(known, by: firstOfMonth, label: moments.month)
        }
    }

    private func grouped(
        _ days: [(day: OfficeDay, counts: DeskStatistics.Day)], by first: (OfficeDay) -> OfficeDay,
        label: (OfficeDay) -> String
    ) -> [Bars.Row] {
        var groups: [(first: OfficeDay, days: [DeskStatistics.Day])] = []
        for (day, counts) in days {
            if groups.last?.first == first(day) {
                groups[groups.count - 1].days.append(counts)
            } else {
                groups.append((first(day), [counts]))
            }
        }
        return groups.map { row($0.days, label: label($0.first)) }
    }

    /// Zero, closed and not counted are three things.
    private func row(_ days: [DeskStatistics.Day], label: String) -> Bars.Row {
        let contacts = days.reduce(0) { $0 + $1.contacts }
        let visitors = days.reduce(0) { $0 + $1.visitors }
        var row = Bars.Row(label: label, contacts: contacts, visitors: visitors)
        let missing = days.count { $0.kind == .notCounted }
        if days.allSatisfy({ $0.kind == .closed }), contacts == 0, visitors == 0 {
            row.instead = say("fermé", "closed")
        } else if days.allSatisfy({ $0.kind != .open }), contacts == 0, visitors == 0 {
            row.instead = say("pas compté", "not counted")
        } else if missing > 0 {
            row.notes.append(
                say(
                    "\(missing) jour\(missing > 1 ? "s" : "") pas compté\(missing > 1 ? "s" : "")",
                    "\(missing) day\(missing > 1 ? "s" : "") not counted"))
        }
        if days.count == 1 { row.notes += days[0].notes.map { say("note : ", "note: ") + $0 } }
        return row
    }

    private func week(_ monday: OfficeDay) -> String { say("semaine du ", "week of ") + moments.shortDate(monday) }

    private func firstOfMonth(_ day: OfficeDay) -> OfficeDay { day.adding(days: 1 - day.parts.day) }
}
