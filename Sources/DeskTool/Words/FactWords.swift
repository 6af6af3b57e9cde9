import Reception
import Terminal

/// Facts of the desk in words: what is echoed, listed and told of a correction.
struct FactWords {
    let setting: DeskSetting
    let clock: OfficeClock
    let now: Instant

    init(_ counter: some Counter, now: Instant) {
        setting = counter.setting
        clock = counter.clock
        self.now = now
    }

    var moments: MomentWords { MomentWords(clock: clock, now: now) }

    /// What it says, without when: `Hérault · 2 adultes · randonnée`, `6 personnes comptées`.
    func words(_ fact: DeskFact) -> String {
        switch fact.content {
        case .visit(let visit): words(visit)
        case .tally(let tally):
            tally.people == 1
                ? say("1 personne comptée", "1 person counted")
                : say("\(tally.people) personnes comptées", "\(tally.people) people counted")
        case .door(let count): words(count, at: fact.at)
        case .attendance(let attendance): words(attendance)
        case .opening(let hours): words(hours)
        case .annotation(let annotation): say("note : ", "note: ") + annotation.text
        }
    }

    /// The line of a visit, as it can be typed again; nil of anything else. `at` is written unless the line is of now.
    func line(_ fact: DeskFact, saysWhen: Bool) -> String? {
        guard case .visit(let visit) = fact.content else { return nil }
        return DeskLine.line(
            visit.contact, at: saysWhen ? fact.at : nil, vocabulary: setting.vocabulary, clock: clock, now: now)
    }

    private func words(_ visit: Visit) -> String {
        let said = DeskLine.words(
            visit.contact, at: nil, vocabulary: setting.vocabulary, clock: clock, now: now, in: speech)
        return visit.sampleOf == nil ? said : said + say(" · échantillon d'un comptage", " · sample of a tally")
    }

    private func words(_ count: DoorCount, at: Instant) -> String {
        let hour = clock.dayAndHour(at: at).hour
        let period = say("de \(hour) h à \(hour + 1) h", "from \(hour):00 to \(hour + 1):00")
        return say("porte : \(people(count.people)) \(period)", "door: \(people(count.people)) \(period)")
    }

    private func words(_ attendance: Attendance) -> String {
        let site = attendance.site.map { code in
            setting.vocabulary.sites.first { $0.code == code }?.name(in: speech) ?? code
        }
        let what =
            switch attendance.kind {
            case .admission: site ?? say("entrées", "admissions")
            case .tasting: [say("dégustation", "tasting"), site].compactMap(\.self).joined(separator: ", ")
            case .exhibition: [say("exposition", "exhibition"), site].compactMap(\.self).joined(separator: ", ")
            }
        let adults = attendance.adults
        let children = attendance.children
        var parts = [say("\(adults) adulte\(adults > 1 ? "s" : "")", "\(adults) adult\(adults == 1 ? "" : "s")")]
        if children > 0 {
            parts.append(
                say("\(children) enfant\(children > 1 ? "s" : "")", "\(children) child\(children == 1 ? "" : "ren")"))
        }
        return "\(what)\(say(" : ", ": "))\(parts.joined(separator: ", "))"
            + (attendance.paid ? say(" · payant", " · paid") : "")
    }

    private func words(_ hours: OpeningHours) -> String {
        if hours.periods.isEmpty { return say("fermé toute la journée", "closed all day") }
        let periods = hours.periods.map { "\(moments.time($0.from))–\(moments.time($0.to))" }
        return say("ouvert ", "open ") + periods.joined(separator: ", ")
    }

    private func people(_ count: Int) -> String {
        say("\(count) personne\(count > 1 ? "s" : "")", count == 1 ? "1 person" : "\(count) people")
    }
}
