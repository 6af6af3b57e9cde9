import Reception
import Terminal

/// Statistics of the desk for people: the sum, then days, origins, profiles and topics with bars.
struct StatsSheet {
    let words: FactWords
    let bars: Bars

    func lines(_ statistics: DeskStatistics, title: String) -> [String] {
        var lines = DayFigures(statistics, title: title).lines
        let days = DaySpans(moments: words.moments).rows(statistics.days)
        if days.count > 1 || !days.allSatisfy(\.notes.isEmpty) { lines += table(say("Par jour", "By day"), days) }
        guard statistics.contacts + statistics.visitors > 0 || !statistics.attendance.isEmpty else { return lines }
        lines += counts(say("Origine", "Origin"), statistics.origins, of: statistics.contacts, name: origin)
        lines += counts(say("Profil", "Profile"), statistics.profiles, of: statistics.contacts, name: profile)
        lines += counts(say("Demande", "Topic"), statistics.topics, of: statistics.contacts, name: topic)
        lines += attendance(statistics.attendance)
        return lines + ["", footnote]
    }

    private func table(_ title: String, _ rows: [Bars.Row]) -> [String] {
        rows.isEmpty ? [] : ["", bars.heading(title)] + bars.lines(rows)
    }

    /// The known ones with their share of the known, then the unknown with its share of all: each says of how many.
    private func counts(
        _ title: String, _ counts: [DeskStatistics.Count], of contacts: Int, name: (String) -> String
    ) -> [String] {
        guard contacts > 0 else { return [] }
        let unknown = counts.first { $0.key == Self.unknown }
        let known = counts.filter { $0.key != Self.unknown }
        let base = contacts - (unknown?.contacts ?? 0)
        var rows = known.prefix(Self.longest).map {
            Bars.Row(label: name($0.key), contacts: $0.contacts, visitors: $0.visitors, base: base)
        }
        let rest = known.dropFirst(Self.longest)
        if !rest.isEmpty {
            rows.append(
                Bars.Row(
                    label: say("\(rest.count) autres", "\(rest.count) others"),
                    contacts: rest.reduce(0) { $0 + $1.contacts }, visitors: rest.reduce(0) { $0 + $1.visitors },
                    base: base, isFaint: true))
        }
        if let unknown {
            rows.append(
                Bars.Row(
                    label: say("inconnu", "unknown"), contacts: unknown.contacts, visitors: unknown.visitors,
                    base: contacts, isFaint: true))
        }
        return table("\(title), \(say("n = \(base)", "n = \(base)"))", rows)
    }

    private func attendance(_ counts: [DeskStatistics.Count]) -> [String] {
        guard !counts.isEmpty else { return [] }
        return ["", say("Sites, dégustations, expositions", "Sites, tastings, exhibitions")]
            + counts.map { count in
                let people = say(
                    "\(count.visitors) personne\(count.visitors > 1 ? "s" : "")", "\(count.visitors) people")
                return "  \(Bars.left(site(count.key), 28))  \(people)"
            }
    }

    private var footnote: String {
        say(
            """
            Les parts sont celles de ce qui est connu, « inconnu » de tous les contacts ;
            aucune sous \(Bars.smallestBase) contacts. Ces chiffres décrivent qui vient à l'office, pas qui
            vient sur le territoire.
            """,
            """
            Shares are of what is known, “unknown” of all contacts; none is given on
            fewer than \(Bars.smallestBase) contacts. These figures describe who came to the office, not
            who came to the destination.
            """)
    }

    private func origin(_ key: String) -> String {
        let parts = key.split(separator: "-", maxSplits: 1).map(String.init)
        guard parts.count == 2 else {
            let name = Countries.name(of: key, in: speech)
            return key == "FR" ? say("France, sans département", "France, département unknown") : name
        }
        return "\(Departements.name(of: parts[1])) (\(parts[1]))"
    }

    private func profile(_ code: String) -> String {
        words.setting.vocabulary.profiles.first { $0.code == code }?.name(in: speech) ?? code
    }

    private func topic(_ code: String) -> String {
        words.setting.vocabulary.topics.first { $0.code == code }?.name(in: speech) ?? code
    }

    private func site(_ code: String) -> String {
        switch code {
        case Attendance.Kind.tasting.rawValue: say("dégustation", "tasting")
        case Attendance.Kind.exhibition.rawValue: say("exposition", "exhibition")
        default: words.setting.vocabulary.sites.first { $0.code == code }?.name(in: speech) ?? code
        }
    }

    private static let unknown = "unknown"
    /// Rows of a table before the rest is summed up.
    private static let longest = 12
}
