import Reception
import Terminal

/// The tallies of a day, with how much of each was described by visits since.
struct TallySheet {
    let counter: any Counter
    let day: OfficeDay
    let now: Instant

    func show(json: Bool) throws {
        let kept = try counter.facts(from: day, to: day, kinds: [.tally, .visit], all: false)
        let sampled = peopleSampled(kept)
        let tallies = kept.compactMap { kept in
            if case .tally(let tally) = kept.fact.content { (kept: kept, people: tally.people) } else { nil }
        }
        if json {
            return try printJSON(
                tallies.map { Row(id: $0.kept.origin, people: $0.people, described: sampled[$0.kept.origin] ?? 0) })
        }
        let moments = MomentWords(clock: counter.clock, now: now)
        guard let last = tallies.last else {
            return print(say("Aucun comptage \(moments.day(day)).", "No tally \(moments.day(day))."))
        }
        for (kept, people) in tallies {
            let described = sampled[kept.origin] ?? 0
            print(
                "\(kept.origin.short)  \(moments.moment(kept.fact.at))  "
                    + say(
                        "\(people) comptée\(people > 1 ? "s" : ""), \(described) décrite\(described > 1 ? "s" : "")",
                        "\(people) counted, \(described) described"))
        }
        print(Self.invitation(last.kept.origin))
    }

    /// How a sample of a tally is described later.
    static func invitation(_ id: FactID) -> String {
        say(
            "Pour en décrire quelques-uns, à tête reposée : desk visit 34 2+2 famille --sample-of \(id.short)",
            "To describe some of them, in a quiet moment: desk visit 34 2+2 famille --sample-of \(id.short)")
    }

    /// People of visits that are samples, by the tally they are part of.
    private func peopleSampled(_ kept: [KeptFact]) -> [FactID: Int] {
        kept.reduce(into: [:]) { sampled, kept in
            guard case .visit(let visit) = kept.fact.content, let tally = visit.sampleOf else { return }
            sampled[tally, default: 0] += visit.contact.people ?? 0
        }
    }

    private struct Row: Encodable {
        let id: FactID
        let people: Int
        let described: Int
    }
}
