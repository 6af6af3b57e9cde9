import Reception
import Register
import Terminal

/// The counter whose register is a SQLite file on this machine, beside the server and other desks.
struct LocalCounter: Counter {
    let register: Register
    let setting: DeskSetting

    var clock: OfficeClock { register.clock }

    /// Opens the register of a data folder, gives its counter to `body` and lets go of it.
    static func using<Result>(
        _ folder: String, now: Instant, _ body: (any Counter) throws -> Result
    ) throws -> Result {
        do {
            let register = try Register.beside(folder, now: now)
            defer { register.shutdown() }
            DemonstrationLine.tell(ifOfOffice: register.office)
            guard let setting = try register.setting() else {
                throw Refused.byPerson(
                    say(
                        "Le serveur n'a pas encore laissé les mots du comptoir dans « \(folder) ». Démarrez-le une fois dans sa version d'aujourd'hui.",
                        "The server hasn't left the desk's words in “\(folder)” yet. Start it once in its present version."
                    ))
            }
            return try body(LocalCounter(register: register, setting: setting))
        } catch let error as RegisterError {
            throw Refused(error)
        }
    }

    func noticesToCome() throws -> [Notice] { try register.noticesToCome(at: .now) }

    func announce(_ notice: Notice) throws { try register.announce(notice, recordedAt: .now) }

    func record(_ facts: [DeskFact]) throws -> [FactReceipt] { try register.record(facts, recordedAt: .now) }

    func facts(from: OfficeDay, to: OfficeDay, kinds: Set<DeskFact.Kind>, all: Bool) throws -> [KeptFact] {
        try register.facts(from: from, to: to, kinds: kinds, all: all)
    }

    func lastFacts(_ count: Int, desk: String?) throws -> [KeptFact] { try register.lastFacts(count, desk: desk) }

    func history(of id: String) throws -> [KeptFact] { try register.history(of: id) }

    func openingHours(of day: OfficeDay) throws -> OpeningHours? { try register.openingHours(of: day) }

    func statistics(from: OfficeDay, to: OfficeDay) throws -> DeskStatistics {
        try register.statistics(from: from, to: to)
    }
}
