import Foundation
import Reception

/// A random history of a desk, and what it adds up to: counted the long way, fact by fact, knowing nothing of the register.
///
/// It runs over the days in October when a Sunday has 25 hours.
struct DeskStory {
    /// 2026-10-29 10:00 in Paris.
    static let now = Instant(milliseconds: 1_793_264_400_000)
    /// 2026-10-18
    static let firstDay = OfficeDay(daysSince1970: 20_744)

    private(set) var facts: [DeskFact] = []
    private var known: Set<FactID> = []
    private var random: SplitMix
    private static let calendar = {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = TimeZone(identifier: "Europe/Paris") ?? .gmt
        return calendar
    }()

    init(seed: UInt64) { random = SplitMix(state: seed) }

    /// Notes what was recorded; false when it was known.
    mutating func keep(_ fact: DeskFact) -> Bool {
        guard known.insert(fact.id).inserted else { return false }
        facts.append(fact)
        return true
    }

    // What somebody would do next.

    /// A few facts to be recorded together: new ones, corrections, retries.
    mutating func next() -> [DeskFact] {
        var batch: [DeskFact] = []
        for _ in 0..<Int.random(in: 1...5, using: &random) {
            let open = facts.filter { fact in
                counts(fact) && !batch.contains { $0.revises == fact.id }
            }
            switch Int.random(in: 0..<10, using: &random) {
            case 0, 1:
                guard let old = open.randomElement(using: &random) else { continue }
                var fact = old
                (fact.revises, fact.content) = (old.id, content(old.content.kind, samplesOf: facts))
                if Bool.random(using: &random) { fact.at = moment() }
                fact.id = id()
                batch.append(fact)
            case 2:
                guard var fact = open.randomElement(using: &random) else { continue }
                (fact.revises, fact.voided) = (fact.id, "annulé")
                fact.id = id()
                batch.append(fact)
            case 3:
                batch += (facts + batch).randomElement(using: &random).map { [$0] } ?? []
            default:
                let kinds = DeskFact.Kind.allCases + Array(repeating: .visit, count: 8) + [.tally, .tally]
                batch.append(
                    DeskFact(
                        id: id(), at: moment(), entry: pick(DeskFact.Entry.allCases),
                        desk: pick(["comptoir", "salon"]),
                        content: content(pick(kinds), samplesOf: facts + batch)))
            }
        }
        return batch
    }

    private mutating func content(_ kind: DeskFact.Kind, samplesOf facts: [DeskFact]) -> DeskFact.Content {
        switch kind {
        case .visit:
            let tallies = facts.filter { $0.content.kind == .tally }
            if Int.random(in: 0..<4, using: &random) == 0, let tally = tallies.randomElement(using: &random) {
                let origin = (self.facts + facts).first { $0.id == tally.id }.map { self.origin($0, among: facts) }
                return .visit(Visit(contact: contact(channel: .counter), sampleOf: origin))
            }
            return .visit(
                Visit(contact: contact(channel: pick(Contact.Channel.allCases + [.counter, .counter, .counter]))))
        case .tally: return .tally(Tally(people: Int.random(in: 1...12, using: &random)))
        case .door: return .door(DoorCount(people: Int.random(in: 0...3, using: &random) * 10))
        case .attendance:
            let what = pick(Attendance.Kind.allCases)
            let site = what == .admission || Bool.random(using: &random) ? pick(["chapelle", "vinopanorama"]) : nil
            return .attendance(Attendance(kind: what, site: site, adults: Int.random(in: 0...2, using: &random) * 5))
        case .opening:
            let hours = [OpeningHours.Period(from: 540, to: 720), .init(from: 840, to: 1_080)]
            return .opening(OpeningHours(periods: Array(hours.prefix(Int.random(in: 0...2, using: &random)))))
        case .annotation: return .annotation(Annotation(text: pick(["orage", "marché", "fête votive"])))
        }
    }

    private mutating func contact(channel: Contact.Channel) -> Contact {
        var contact = Contact(channel: channel)
        contact.country = pick(["FR", "FR", "NL", "BE", nil])
        if contact.country == "FR" { contact.departement = pick(["34", "30", "2A", nil]) }
        if Int.random(in: 0..<5, using: &random) > 0 {
            (contact.adults, contact.children) = (Int.random(in: 1...4, using: &random), pick([0, 1, 2]))
        }
        contact.profile = pick(Contact.Profile.allCases.map(Optional.init) + [nil, nil])
        let topics = ["hiking", "wine", "heritage", "food"].shuffled(using: &random)
        contact.topics = Array(topics.prefix(Int.random(in: 0...3, using: &random)))
        return contact
    }

    private mutating func moment() -> Instant {
        Self.now.advanced(byMilliseconds: -Int64.random(in: 0..<(11 * 86_400_000), using: &random))
    }

    private mutating func id() -> FactID { FactID(bornAt: Self.now, using: &random) }
    private mutating func pick<Value>(_ values: [Value]) -> Value {
        values[Int.random(in: 0..<values.count, using: &random)]
    }

    // What it adds up to.

    func counts(_ fact: DeskFact) -> Bool { fact.voided == nil && !facts.contains { $0.revises == fact.id } }

    func origin(_ fact: DeskFact) -> FactID { origin(fact, among: facts) }

    private func origin(_ fact: DeskFact, among facts: [DeskFact]) -> FactID {
        facts.first { $0.id == fact.revises }.map { origin($0, among: facts) } ?? fact.id
    }

    func kept(from: OfficeDay, to: OfficeDay, all: Bool) -> [DeskFact] {
        let kept = facts.enumerated().filter { (all || counts($1)) && from <= day($1) && day($1) <= to }
        return kept.sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }.map(\.element)
    }

    func last(_ count: Int, desk: String?) -> [DeskFact] {
        Array(facts.reversed().filter { counts($0) && (desk == nil || $0.desk == desk) }.prefix(count))
    }

    func statistics(from: OfficeDay, to: OfficeDay) -> DeskStatistics {
        var statistics = DeskStatistics(from: from.description, to: to.description)
        let kept = kept(from: from, to: to, all: false)
        var (origins, profiles, topics): ([String: [Int]], [String: [Int]], [String: [Int]]) = ([:], [:], [:])
        var sites: [String: Int] = [:]
        for fact in kept {
            switch fact.content {
            case .visit(let visit):
                let contact = visit.contact
                let here = contact.channel == .counter
                let people = here ? (contact.adults ?? 0) + (contact.children ?? 0) : 0
                statistics.contacts += 1
                statistics.visitors += people
                if !here { statistics.remote += 1 }
                if here, contact.adults == nil { statistics.partiesUnknown += 1 }
                let origin =
                    contact.country == "FR" ? (contact.departement.map { "FR-\($0)" } ?? "FR") : contact.country
                origins[origin ?? "unknown", default: []].append(people)
                profiles[contact.profile?.rawValue ?? "unknown", default: []].append(people)
                for topic in contact.topics.isEmpty ? ["unknown"] : contact.topics {
                    topics[topic, default: []].append(people)
                }
            case .tally:
                statistics.tallied += beyondSamples(fact)
                statistics.visitors += beyondSamples(fact)
            case .door(let count): statistics.door = (statistics.door ?? 0) + count.people
            case .attendance(let attendance):
                let kind = attendance.kind
                let key =
                    switch (kind, attendance.site) {
                    case (.admission, let site?): site
                    case (_, nil): kind.rawValue
                    case (_, let site?): "\(kind.rawValue)/\(site)"
                    }
                sites[key, default: 0] += attendance.adults + attendance.children
            case .opening, .annotation: break
            }
        }
        var day = from
        while day <= to {
            statistics.days.append(of(day))
            day = day.adding(days: 1)
        }
        statistics.origins = ranked(origins)
        statistics.profiles = ranked(profiles)
        statistics.topics = ranked(topics)
        statistics.attendance = sites.map { .init(key: $0, contacts: 0, visitors: $1) }
            .sorted { $0.visitors == $1.visitors ? $0.key < $1.key : $0.visitors > $1.visitors }
        return statistics
    }

    private func of(_ day: OfficeDay) -> DeskStatistics.Day {
        let kept = kept(from: day, to: day, all: false)
        var result = DeskStatistics.Day(day: "\(day)", kind: .notCounted, contacts: 0, visitors: 0, notes: [])
        var (somebody, nobody) = (false, false)
        for fact in kept {
            switch fact.content {
            case .visit(let visit):
                somebody = true
                result.contacts += 1
                if visit.contact.channel == .counter { result.visitors += visit.contact.people ?? 0 }
            case .tally:
                somebody = true
                result.visitors += beyondSamples(fact)
            case .door(let count): if count.people > 0 { somebody = true } else { nobody = true }
            case .attendance(let attendance):
                if attendance.adults + attendance.children > 0 { somebody = true } else { nobody = true }
            case .annotation(let annotation): result.notes.append(annotation.text)
            case .opening: break
            }
        }
        let said = facts.last { $0.content.kind == .opening && counts($0) && self.day($0) == day }
        if case .opening(let hours)? = said?.content {
            result.kind = hours.periods.isEmpty && !somebody ? .closed : .open
        } else if somebody || nobody {
            result.kind = .open
        }
        return result
    }

    private func beyondSamples(_ fact: DeskFact) -> Int {
        guard case .tally(let tally) = fact.content else { return 0 }
        let sampled = facts.filter(counts).reduce(0) { sum, other in
            guard case .visit(let visit) = other.content, visit.sampleOf == origin(fact) else { return sum }
            return sum + (visit.contact.people ?? 0)
        }
        return max(0, tally.people - sampled)
    }

    private func ranked(_ people: [String: [Int]]) -> [DeskStatistics.Count] {
        people.map { .init(key: $0, contacts: $1.count, visitors: $1.reduce(0, +)) }.sorted { one, other in
            if one.contacts != other.contacts { return one.contacts > other.contacts }
            return one.visitors == other.visitors ? one.key < other.key : one.visitors > other.visitors
        }
    }

    private func day(_ fact: DeskFact) -> OfficeDay {
        let date = Date(timeIntervalSince1970: Double(fact.at.milliseconds) / 1_000)
        let parts = Self.calendar.dateComponents([.year, .month, .day], from: date)
        return OfficeDay(year: parts.year ?? 0, month: parts.month ?? 0, day: parts.day ?? 0) ?? Self.firstDay
    }
}

/// Numbers that come the same way each time (SplitMix64).
struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
