import Reception
import Terminal

/// The sum of some days in a line or two: contacts and visitors, what is among them, what was noted.
struct DayFigures {
    private let statistics: DeskStatistics
    private let title: String

    init(_ statistics: DeskStatistics, title: String) {
        self.statistics = statistics
        self.title = title
    }

    var lines: [String] {
        let details = details
        return ["\(title) · \(sum)"] + (details.isEmpty ? [] : [details.joined(separator: " · ")])
    }

    /// `42 contacts, 103 visiteurs`
    var sum: String {
        let (contacts, visitors) = (statistics.contacts, statistics.visitors)
        return say(
            "\(contacts) contact\(contacts > 1 ? "s" : ""), \(visitors) visiteur\(visitors > 1 ? "s" : "")",
            "\(contacts) contact\(contacts == 1 ? "" : "s"), \(visitors) visitor\(visitors == 1 ? "" : "s")")
    }

    private var details: [String] {
        var details: [String] = []
        if statistics.tallied > 0 {
            details.append(
                say("dont \(statistics.tallied) comptés sans question", "\(statistics.tallied) of them only tallied"))
        }
        if statistics.remote > 0 {
            details.append(say("\(statistics.remote) à distance", "\(statistics.remote) remote"))
        }
        if statistics.partiesUnknown > 0 {
            details.append(
                say(
                    "\(statistics.partiesUnknown) sans nombre de personnes",
                    "\(statistics.partiesUnknown) of unknown size"))
        }
        if let door = statistics.door { details.append(say("porte : \(door)", "door: \(door)")) }
        return details
    }
}
