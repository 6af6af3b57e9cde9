import ArgumentParser
import Reception
import Terminal

/// `desk logout`
struct LogoutCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "logout",
        abstract: say("Rend l'accès de ce comptoir au serveur.", "Gives this desk's access to the server back."))

    @OptionGroup var options: DeskOptions

    func run() throws {
        let file = LoginFile()
        var logins = try file.read()
        let login = try logins.required(at: options.namedServer)
        let address = try ServerAddress(login.server)
        let trouble = revoke(login, at: address)
        logins.forget(login.server)
        try file.write(logins)
        print(
            say(
                "Ce comptoir n'est plus relié à \(address.name).",
                "This desk isn't connected to \(address.name) any more."))
        if let trouble, trouble != .tokenRefused {
            tell(
                say(
                    "\(trouble.message(address)) : il ne sait pas encore que cet accès est rendu. S'il a pu être copié, prévenez qui s'en occupe.",
                    "\(trouble.message(address)): it doesn't know yet that this access was given back. If it may have been copied, tell who looks after it."
                ))
        }
        let waiting = try Spool(of: address).factCount
        if waiting > 0 {
            tell(
                say(
                    "\(waiting) saisies restent gardées ici ; elles seront envoyées au prochain « desk login ».",
                    "\(waiting) entries stay here; they will be sent after the next “desk login”."))
        }
    }

    /// What kept the server from being told.
    private func revoke(_ login: Login, at address: ServerAddress) -> ServerTrouble? {
        do {
            let server = try DeskServer(address, token: login.token, authorities: login.authorities)
            try server.post("logout", [String: String]())
            return nil
        } catch {
            return error as? ServerTrouble ?? .away
        }
    }
}
