import Reception
import Register
import Terminal

/// Where the figures of the strategy are entered and read: the register on this machine.
struct FigureDesk {
    let register: Register
    let strategy: Strategy
    let now: Instant

    /// The office's day.
    var today: OfficeDay { register.clock.dayAndHour(at: now).day }
    var words: IndicatorWords { IndicatorWords(strategy: strategy, clock: register.clock, now: now) }
}

extension DeskChoice {
    /// Opens the register of this machine for its strategy, gives it to `body` and lets go of it.
    func withFigures<Result>(now: Instant, _ body: (FigureDesk) throws -> Result) throws -> Result {
        guard case .folder(let folder) = try place() else {
            throw Refused.byPerson(
                say(
                    "La stratégie se lit et se saisit sur la machine du serveur : « desk indicator » et « desk strategy », avec --data.",
                    "The strategy is read and entered on the server's machine: “desk indicator” and “desk strategy”, with --data."
                ))
        }
        do {
            let register = try Register.beside(folder, now: now)
            defer { register.shutdown() }
            DemonstrationLine.tell(ifOfOffice: register.office)
            return try body(FigureDesk(register: register, strategy: try register.strategy(), now: now))
        } catch let error as RegisterError {
            throw Refused(error)
        }
    }
}
