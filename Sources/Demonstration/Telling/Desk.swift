import Reception

/// What the desk wrote down on a day.
struct DeskDay {
    /// The facts, as they were written down.
    var history: [(fact: DeskFact, recordedAt: Instant)] = []
    /// Visits at the counter after which somebody may buy something.
    var buyers: [(visit: FactID, at: Instant)] = []
}

/// Invents what counsellors write down: contacts, and what is counted beside them.
struct Desk: Sendable {
    private let seed: Int
    private let scale: Double
    private let clock: OfficeClock
    private let sites: [String]
    private let visitors: Visitors
    private let desks = Weighted(Invented.desks)
    private let counsellors = Weighted(Invented.counsellors)

    init(_ office: DemonstratedOffice, seed: Int, scale: Double, clock: OfficeClock) {
        (self.seed, self.scale, self.clock) = (seed, scale, clock)
        sites = office.vocabulary.sites.map(\.code)
        visitors = Visitors(office.vocabulary)
    }

    /// A day's facts, in the order in which they are written down.
    func told(_ day: InventedDay) -> DeskDay {
        guard day.isCounted else { return DeskDay() }
        var told = DeskDay()
        var chance = Chance(seed: seed, Purpose.counts, day.day.daysSince1970)
        tellHours(day, &told, &chance)
        guard day.isOpen else { return told }
        var people: [Int: Int] = [:]
        tellRush(day, &told, &people, &chance)
        tellContacts(day, &told, &people)
        tellCounts(day, people, &told, &chance)
        told.history.sort { ($0.recordedAt, $0.fact.id) < ($1.recordedAt, $1.fact.id) }
        told.buyers.sort { $0.at < $1.at }
        return told
    }

    private func tellHours(_ day: InventedDay, _ told: inout DeskDay, _ chance: inout Chance) {
        // Nobody comes to say that the office is closed: it was said the day before it opens again, or in advance.
        let at = clock.instant(day: day.day, minute: day.isOpen ? day.opens : 8 * 60)
        note(.opening(OpeningHours(periods: day.periods)), at, &told, &chance)
        guard day.isOpen else { return }
        if let note = day.weather.note { self.note(.annotation(Annotation(text: note)), at, &told, &chance) }
        if let holiday = day.publicHoliday {
            note(.annotation(Annotation(text: "Jour férié : \(holiday.name(in: .french))")), at, &told, &chance)
        }
    }

    /// People clicked in on a market's morning, and a few of them described.
    private func tellRush(_ day: InventedDay, _ told: inout DeskDay, _ people: inout [Int: Int], _ chance: inout Chance)
    {
        guard day.isMarket, day.season == .summer, chance.happens(Invented.rushesOnAMarketDay) else { return }
        let count = min(Tally.peopleLimit, chance.count(around: Invented.peopleOfARush * scale))
        guard count > 0 else { return }
        let at = clock.instant(day: day.day, minute: 11 * 60).advanced(
            byMilliseconds: chance.milliseconds(0..<1_800_000))
        let tally = note(.tally(Tally(people: count)), at, &told, &chance)
        people[11, default: 0] += count
        for _ in 0..<min(Invented.samplesOfARush, count) {
            var contact = visitors.contact(on: day, &chance)
            contact.channel = .counter
            let later = at.advanced(byMilliseconds: chance.milliseconds(60_000..<1_200_000))
            note(.visit(Visit(contact: contact, sampleOf: tally)), later, &told, &chance)
        }
    }

    private func tellContacts(_ day: InventedDay, _ told: inout DeskDay, _ people: inout [Int: Int]) {
        var chance = Chance(seed: seed, Purpose.desk, day.day.daysSince1970)
        let closing = clock.instant(day: day.day, minute: day.closes)
        for _ in 0..<chance.count(around: day.contacts) {
            let at = day.moment(clock, &chance)
            let contact = visitors.contact(on: day, &chance)
            let isLate = chance.happens(Invented.late)
            let fact = DeskFact(
                id: FactID(bornAt: at, using: &chance), at: at, entry: isLate ? .late : .live,
                desk: desks.pick(&chance) ?? "comptoir", counsellor: counsellors.pick(&chance) ?? nil,
                content: .visit(Visit(contact: contact)))
            let recordedAt = isLate ? max(closing, at) : at
            let written = recordedAt.advanced(byMilliseconds: chance.milliseconds(2_000..<20_000))
            told.history.append((fact, written))
            if contact.channel == .counter {
                people[clock.dayAndHour(at: at).hour, default: 0] += contact.people ?? 1
                let share = contact.people == nil ? 0 : Invented.buyers[day.season.rawValue]
                if chance.happens(share), !isLate { told.buyers.append((fact.id, at)) }
            }
            correct(fact, contact, written, &told, &chance)
        }
    }

    /// Some are mended a little later, a few taken back.
    private func correct(
        _ fact: DeskFact, _ contact: Contact, _ written: Instant, _ told: inout DeskDay, _ chance: inout Chance
    ) {
        let isVoided = chance.happens(Invented.voided)
        guard isVoided || chance.happens(Invented.amended) else { return }
        let later = written.advanced(byMilliseconds: chance.milliseconds(30_000..<900_000))
        var newer = fact
        (newer.id, newer.revises) = (FactID(bornAt: later, using: &chance), fact.id)
        if isVoided {
            newer.voided = Invented.voidReasons[chance.whole(0...Invented.voidReasons.count - 1)]
        } else {
            var contact = contact
            if let adults = contact.adults { contact.adults = min(adults + 1, 60) }
            if contact.outcome == nil { contact.outcome = .answered }
            newer.content = .visit(Visit(contact: contact))
        }
        told.history.append((newer, later))
        if isVoided { told.buyers.removeAll { $0.visit == fact.id } }
    }

    /// The door by the hour, the sites, the tasting, the exhibition: written down when the office closes.
    private func tellCounts(
        _ day: InventedDay, _ people: [Int: Int], _ told: inout DeskDay, _ chance: inout Chance
    ) {
        let closing = clock.instant(day: day.day, minute: day.closes)
        for period in day.periods {
            for hour in period.from / 60...(period.to - 1) / 60 {
                let count = chance.count(around: Double(people[hour] ?? 0) / Invented.coverage)
                let at = clock.instant(day: day.day, minute: max(hour * 60, period.from))
                note(
                    .door(DoorCount(people: min(count, DoorCount.peopleLimit))), at, writtenAt: closing, entry: .bulk,
                    &told, &chance)
            }
        }
        func attendance(_ kind: Attendance.Kind, _ site: String?, _ mean: Double, paid: Bool) {
            let all = min(chance.count(around: mean * scale * day.weather.factor), Attendance.peopleLimit)
            guard all > 0 else { return }
            let children = Int(Double(all) * Invented.childrenAmongThem)
            note(
                .attendance(Attendance(kind: kind, site: site, adults: all - children, children: children, paid: paid)),
                closing, &told, &chance)
        }
        for (index, site) in sites.enumerated() {
            let liked = 1 / Double(index + 1)
            attendance(.admission, site, Invented.admissions[day.season.rawValue] * liked, paid: index == 0)
        }
        if day.season == .summer, day.day.weekday == Invented.tastingWeekday {
            attendance(.tasting, nil, Invented.peopleAtATasting, paid: false)
        }
        if Invented.exhibitionMonths.contains(day.month) {
            attendance(.exhibition, nil, Invented.peopleAtAnExhibition, paid: false)
        }
    }

    @discardableResult
    private func note(
        _ content: DeskFact.Content, _ at: Instant, writtenAt: Instant? = nil, entry: DeskFact.Entry = .live,
        _ told: inout DeskDay, _ chance: inout Chance
    ) -> FactID {
        let recordedAt = (writtenAt ?? at).advanced(byMilliseconds: chance.milliseconds(2_000..<20_000))
        let fact = DeskFact(
            id: FactID(bornAt: at, using: &chance), at: at, entry: entry, desk: Invented.desks[0].0, content: content)
        told.history.append((fact, recordedAt))
        return fact.id
    }
}
