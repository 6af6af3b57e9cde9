import Reception
import Register
import Terminal

extension DeskChoice {
    /// What only the machine that keeps the register can do: its file and its keys are there, and the keys never travel.
    func withRegister<Result>(now: Instant, _ body: (Register) throws -> Result) throws -> Result {
        guard case .folder(let folder) = try place() else {
            throw Refused.byPerson(
                say(
                    "Cela se fait sur la machine du serveur, où sont les clés de la caisse ; elles n'en sortent pas. Rien n'a été fait.",
                    "This is done on the server's machine, where the till's keys are; they never leave it. Nothing was done."
                ))
        }
        do {
            let register = try Register.beside(folder, now: now)
            defer { register.shutdown() }
            DemonstrationLine.tell(ifOfOffice: register.office)
            return try body(register)
        } catch let error as RegisterError {
            throw Refused(error)
        }
    }

    /// A till of that register.
    func withOwnTill<Result>(
        _ choice: some TillChoice, now: Instant, _ body: (RegisterTill) throws -> Result
    ) throws -> Result {
        try withRegister(now: now) { try body($0.till(choice.tillCode)) }
    }
}
