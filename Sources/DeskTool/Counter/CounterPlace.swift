import Reception
import Terminal

/// Where the facts of the desk are kept.
enum CounterPlace: Hashable {
    /// The server's data folder, on this machine.
    case folder(String)
    /// A server's address, as it was given.
    case server(String)

    /// Opens the counter, gives it to `body` and lets go of it. The one place that knows the two of them.
    func withCounter<Result>(now: Instant, _ body: (any Counter) throws -> Result) throws -> Result {
        switch self {
        case .folder(let folder):
            return try LocalCounter.using(folder, now: now, body)
        case .server(let address):
            // The seam for the counter that talks to a server.
            throw Refused.byPerson(
                say(
                    "Le serveur \(address) ne peut pas encore être joint d'ici. Utilisez --data sur sa machine.",
                    "The server \(address) can't be reached from here yet. Use --data on its machine."))
        }
    }
}
