import Reception
import Register
import Terminal

/// A till whose register is a SQLite file on this machine.
enum LocalTill {
    /// Opens the register of a data folder, gives its till to `body` and lets go of it.
    static func using<Result>(
        _ folder: String, code: String, now: Instant, _ body: (any Till) throws -> Result
    ) throws -> Result {
        do {
            let register = try Register.beside(folder, now: now)
            defer { register.shutdown() }
            DemonstrationLine.tell(ifOfOffice: register.office)
            return try body(register.till(code))
        } catch let error as RegisterError {
            throw Refused(error)
        }
    }
}

extension CounterPlace {
    /// Opens a till, gives it to `body` and lets go of it. The one place that knows where tills are.
    func withTill<Result>(_ code: String, now: Instant, _ body: (any Till) throws -> Result) throws -> Result {
        switch self {
        case .folder(let folder):
            return try LocalTill.using(folder, code: code, now: now, body)
        case .server(let address):
            return try RemoteTill.using(address, code: code, now: now, body)
        }
    }
}
