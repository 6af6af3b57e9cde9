import ArgumentParser
import Reception
import Terminal

/// `desk login https://…`
struct LoginCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "login",
        abstract: say("Relie ce comptoir à un serveur.", "Connects this desk to a server."),
        discussion: say(
            """
            Exemples :
              desk login https://accueil.example.org
              desk login https://192.168.1.20:8443 --ca autorite.pem
              desk login                                  le même serveur que la dernière fois
            """,
            """
            Examples:
              desk login https://accueil.example.org
              desk login https://192.168.1.20:8443 --ca authority.pem
              desk login                                  the same server as last time
            """))

    @Argument(
        help: .init(
            say(
                "L'adresse du serveur, https://… ; sans elle, la même que la dernière fois.",
                "The server's address, https://…; the same as last time without it."), valueName: "url"))
    var address: String?

    @Option(
        help: .init(
            say("Le nom du compte ; demandé sinon.", "The account's name; asked for otherwise."), valueName: "name"))
    var user: String?

    @Flag(help: .init(say("Lit le mot de passe sur l'entrée standard.", "Reads the password from standard input.")))
    var passwordStdin = false

    @Option(
        help: .init(
            say(
                "L'autorité qui a signé le certificat du serveur, en PEM ; gardée pour la suite.",
                "The authority that signed the server's certificate, in PEM; kept for later."), valueName: "file"))
    var ca: String?

    @Flag(
        name: .customLong("insecure-http"),
        help: .init(
            say(
                "Accepte une adresse http://, où tout passe en clair.",
                "Takes an http:// address, where everything is sent in clear.")))
    var insecureHTTP = false

    @OptionGroup var options: DeskOptions

    func run() throws {
        let file = LoginFile()
        var logins = try file.read()
        guard let typed = address ?? options.namedServer ?? logins.chosen else {
            throw ValidationError(
                say("À quel serveur ? Écrivez desk login https://…", "Which server? Write desk login https://…"))
        }
        let server = try ServerAddress(typed)
        try refuseClear(server)
        let before = logins.login(at: server.text)
        let authorities = try ca.map(AccountQuestions.certificate) ?? before?.authorities
        let user = try user ?? AccountQuestions.name(at: server)
        let password = try AccountQuestions.password(of: user, fromInput: passwordStdin)
        let login = try LoginQuestion(user: user, password: password).ask(server, trusting: authorities)
        logins.keep(login)
        try file.write(logins)
        print(
            say(
                "Relié à \(server.name) : \(login.user), \(login.role.rawValue). Les commandes « desk » y vont désormais.",
                "Connected to \(server.name): \(login.user), \(login.role.rawValue). “desk” commands go there from now on."
            ))
        // While the server is there: its words for when it isn't, and what waited for this login.
        try RemoteCounter(server, login, now: .now).sendWhatWaits()
    }

    private func refuseClear(_ server: ServerAddress) throws {
        guard !server.isSecure, !server.isToThisMachine else { return }
        guard insecureHTTP else {
            throw Refused.byPerson(
                say(
                    "\(server.text) n'est pas chiffré : le mot de passe passerait en clair sur le réseau. Écrivez https:// ; si ce réseau est sûr et que le serveur n'a pas de certificat, ajoutez --insecure-http.",
                    "\(server.text) isn't encrypted: the password would cross the network in clear. Write https://; if that network is safe and the server has no certificate, add --insecure-http."
                ))
        }
        tell(
            say(
                "Attention : rien n'est chiffré vers \(server.name). Qui écoute ce réseau peut lire le mot de passe et se servir de cet accès.",
                "Beware: nothing is encrypted to \(server.name). Whoever listens to this network can read the password and use this access."
            ))
    }
}
