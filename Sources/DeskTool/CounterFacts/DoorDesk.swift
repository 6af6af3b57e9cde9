import Reception
import Terminal

/// Counts of the door at an open counter: each desk has one for an hour, and the newest takes the place of the one before.
struct DoorDesk {
    let desk: FactDesk
    private var clock: OfficeClock { desk.counter.clock }

    init(_ desk: FactDesk) { self.desk = desk }

    /// Records what somebody typed.
    func keep(_ people: String, hour typedHour: String?, day typedDay: String?) throws {
        guard let count = Self.number(people) else {
            throw Refused.byPerson(
                say(
                    "« \(people) » n'est pas un nombre de personnes. Écrivez 42, ou 0 si personne n'est entré.",
                    "“\(people)” isn't a number of people. Write 42, or 0 if nobody came in."))
        }
        let moment = try moment(hour: typedHour, day: typedDay)
        // A desk that can't ask its server records without knowing what was there: that isn't worth losing a count.
        let (day, hour) = clock.dayAndHour(at: moment.at)
        let before = (try? counted(from: day, to: day))?.last { clock.dayAndHour(at: $0.fact.at).hour == hour }
        if let before, before.people == count { return try tellKnown(before) }
        try desk.keep(.door(DoorCount(people: count)), at: moment, replacing: before)
    }

    /// An hour that has begun.
    private func moment(hour: String?, day: String?) throws -> TypedMoment {
        guard let hour else {
            guard day == nil else {
                throw Refused.byPerson(
                    say(
                        "Quelle heure de ce jour ? Ajoutez par exemple --hour 14, pour 14 h à 15 h.",
                        "Which hour of that day? Add for example --hour 14, for 14:00 to 15:00."))
            }
            return TypedMoment(at: desk.now, entry: .live)
        }
        let text = hour.lowercased().hasSuffix("h") ? String(hour.dropLast()) : hour
        guard let number = Self.number(text), number < 24 else {
            throw Refused.byPerson(
                say(
                    "--hour : « \(hour) » n'est pas une heure. Écrivez de 0 à 23 ; 14 veut dire de 14 h à 15 h.",
                    "--hour: “\(hour)” isn't an hour. Write 0 to 23; 14 means from 14:00 to 15:00."))
        }
        let day = try day.map { clock.dayAndHour(at: try TypedMoment($0, clock: clock, now: desk.now).at).day }
        return try TypedMoment(
            "\(day ?? clock.dayAndHour(at: desk.now).day)T\(number):00", clock: clock, now: desk.now)
    }

    /// What this desk recorded of some days' hours.
    func counted(from: OfficeDay, to: OfficeDay) throws -> [KeptFact] {
        try desk.counter.facts(from: from, to: to, kinds: [.door], all: false)
            .filter { $0.fact.desk == desk.options.deskCode }
    }

    private func tellKnown(_ kept: KeptFact) throws {
        if desk.outcome.json { return try printJSON(FactOutcome(fact: kept.fact, isRecorded: true)) }
        print(say("Déjà noté : ", "Recorded already: ") + desk.words.words(kept.fact) + ".")
    }

    /// Whatever is larger than six digits is refused by the fact's own rules.
    static func number(_ text: some StringProtocol) -> Int? {
        guard !text.isEmpty, text.utf8.allSatisfy({ 48...57 ~= $0 }) else { return nil }
        return Int(text.prefix(7))
    }
}

extension KeptFact {
    /// What the door counted; nil of anything else.
    var people: Int? {
        if case .door(let count) = fact.content { count.people } else { nil }
    }
}
