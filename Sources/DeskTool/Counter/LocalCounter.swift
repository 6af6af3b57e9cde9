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
            return try body(LocalCounter(register: register, setting: setting(of: register)))
        } catch let error as RegisterError {
            throw Refused(error)
        }
    }

    private static func setting(of register: Register) throws -> DeskSetting {
        DeskSetting(
            office: register.office, timeZone: register.clock.timeZone, languages: try register.languages(),
            vocabulary: Vocabulary())
    }

    func noticesToCome() throws -> [Notice] { try register.noticesToCome(at: .now) }

    func announce(_ notice: Notice) throws { try register.announce(notice, recordedAt: .now) }

    // Until the register keeps facts.
    func record(_ facts: [DeskFact]) throws -> [FactReceipt] { throw notYet }
    func facts(from: OfficeDay, to: OfficeDay, kinds: Set<DeskFact.Kind>, all: Bool) throws -> [KeptFact] {
        throw notYet
    }
    func lastFacts(_ count: Int, desk: String?) throws -> [KeptFact] { throw notYet }
    func history(of id: String) throws -> [KeptFact] { throw notYet }
    func statistics(from: OfficeDay, to: OfficeDay) throws -> DeskStatistics { throw notYet }
    private var notYet: Refused { .bySystem("Le registre ne garde pas encore ces faits.") }
}
