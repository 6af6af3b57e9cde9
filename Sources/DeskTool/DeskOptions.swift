import ArgumentParser
import Reception
import Terminal

/// Where facts go, who records them, and how to speak: every command asks, and so does `desk` before its command.
struct DeskOptions: ParsableArguments {
    @Option(
        help: .init(
            say(
                "Le dossier des données du serveur, sur la même machine.", "The server's data folder, on this machine."),
            valueName: "folder"))
    var data: String?

    @Option(
        help: .init(
            say("L'adresse du serveur, depuis une autre machine.", "The server's address, from another machine."),
            valueName: "url"))
    var server: String?

    @Option(
        help: .init(
            say("Le nom de ce comptoir ; comptoir sinon.", "This desk's name; comptoir otherwise."), valueName: "name"))
    var desk: String?

    @Option(
        help: .init(say("Qui saisit, par ses initiales.", "Who records, by their initials."), valueName: "name"))
    var counsellor: String?

    @Option(help: .init(say("fr ou en : la langue des messages.", "fr or en: the language of messages.")))
    var lang: MessageLanguage?

    func validate() throws {
        if data != nil, server != nil {
            throw ValidationError(
                say(
                    "--data et --server désignent deux bases : gardez l'un ou l'autre.",
                    "--data and --server name two registers: keep one of them."))
        }
        for (option, name) in [("--desk", deskName), ("--counsellor", counsellorName)] {
            guard let name, !Names.isCode(name) else { continue }
            throw ValidationError(
                say(
                    "\(option) : « \(name) » doit être fait de 1 à 64 lettres sans accent, chiffres, points ou tirets.",
                    "\(option): “\(name)” must be 1 to 64 unaccented letters, digits, dots or dashes."))
        }
    }

    /// Where the facts are kept: what the options say, else the environment, else the folder `data`.
    var place: CounterPlace {
        if let server { return .server(server) }
        if let data { return .folder(data) }
        if let server = setting("SERVER") { return .server(server) }
        return .folder(setting("DATA") ?? "data")
    }

    private var deskName: String? { desk ?? setting("DESK") }
    private var counsellorName: String? { counsellor ?? setting("COUNSELLOR") }

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
        try place.withCounter(now: now, body)
    }
}

extension MessageLanguage: ExpressibleByArgument {}
