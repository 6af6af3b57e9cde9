import Reception
import Terminal

/// Where facts go and who records them, as far as somebody says so: in options, or not at all.
protocol DeskChoice {
    /// The server's data folder, on this machine.
    var data: String? { get }
    /// The server's address.
    var server: String? { get }
    /// This machine's register, even when this desk is connected to a server.
    var local: Bool { get }
    /// This desk's name.
    var desk: String? { get }
    /// Who records.
    var counsellor: String? { get }
}

/// Nothing is said: the environment decides, as for a command without options.
struct UsualChoice: DeskChoice {
    var data: String? { nil }
    var server: String? { nil }
    var local: Bool { false }
    var desk: String? { nil }
    var counsellor: String? { nil }
}

extension DeskChoice {
    /// Where the facts are kept: what the options say, else the environment, else the server that this desk is connected to, else the
    /// folder `data`.
    func place() throws -> CounterPlace {
        if let server { return .server(server) }
        if let data { return .folder(data) }
        if !local {
            if let server = setting("SERVER") { return .server(server) }
            if setting("DATA") == nil, let server = try LoginFile.chosenServer() { return .server(server) }
        }
        return .folder(setting("DATA") ?? "data")
    }

    /// The server that is named; else it is the one that this desk is connected to.
    var namedServer: String? { server ?? setting("SERVER") }

    var deskName: String? { desk ?? setting("DESK") }
    var counsellorName: String? { counsellor ?? setting("COUNSELLOR") }

    /// The desk that records, `comptoir` when nothing says which.
    var deskCode: String { deskName ?? "comptoir" }

    /// A fact of this desk, born now.
    func fact(
        _ content: DeskFact.Content, at: Instant, entry: DeskFact.Entry = .live, revising revised: FactID? = nil,
        voided: String? = nil, now: Instant
    ) -> DeskFact {
        DeskFact(
            id: FactID(bornAt: now), revises: revised, voided: voided, at: at, entry: entry, desk: deskCode,
            counsellor: counsellorName, content: content)
    }

    /// Opens the counter, gives it to `body` and lets go of it.
    func withCounter<Result>(now: Instant, _ body: (any Counter) throws -> Result) throws -> Result {
        try place().withCounter(now: now, body)
    }
}
