import Reception

/// Statistics as one table for spreadsheets, a row a count: `what,key,state,contacts,visitors`, in English like every output for programs.
enum StatsCSV {
    static func text(_ statistics: DeskStatistics) -> String {
        var rows = [
            ["what", "key", "state", "contacts", "visitors"],
            ["total", "\(statistics.from)/\(statistics.to)", "", "\(statistics.contacts)", "\(statistics.visitors)"],
            ["remote", "", "", "\(statistics.remote)", ""],
            ["tallied", "", "", "", "\(statistics.tallied)"],
            ["parties-unknown", "", "", "\(statistics.partiesUnknown)", ""],
        ]
        if let door = statistics.door { rows.append(["door", "", "", "", "\(door)"]) }
        for day in statistics.days {
            // What wasn't counted isn't zero.
            let figures = day.kind == .notCounted ? ["", ""] : ["\(day.contacts)", "\(day.visitors)"]
            rows.append(["day", day.day, day.kind.rawValue] + figures)
        }
        for (what, counts) in [
            ("origin", statistics.origins), ("profile", statistics.profiles), ("topic", statistics.topics),
        ] {
            rows += counts.map { [what, $0.key, "", "\($0.contacts)", "\($0.visitors)"] }
        }
        rows += statistics.attendance.map { ["attendance", $0.key, "", "", "\($0.visitors)"] }
        return rows.map { $0.joined(separator: ",") + "\n" }.joined()
    }
}
