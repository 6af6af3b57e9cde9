import ArgumentParser
import Reception
import Terminal

struct UserAdd: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: say("Ajoute une personne.", "Adds somebody."))

    @OptionGroup var who: UserName
    @OptionGroup var what: RoleOption
    @OptionGroup var password: PasswordOptions
    @OptionGroup var folder: DataFolderOption

    func run() throws {
        // Before a password is asked for: a name that can't be is told at once.
        try folder.withRegister { try $0.requireNewUser(who.name) }
        let chosen = try password.choose(for: who.name)
        try folder.withRegister { try $0.addUser(who.name, role: what.role, password: chosen.text, at: .now) }
        print(
            say(
                "\(who.name) peut se connecter, avec le rôle \(what.role.inWords).",
                "\(who.name) can log in, with the role \(what.role.inWords)."))
        chosen.show()
    }
}

struct UserPassword: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "password",
        abstract: say(
            "Change le mot de passe d'une personne, déconnectée partout.",
            "Changes somebody's password, and logs them out everywhere."))

    @OptionGroup var who: UserName
    @OptionGroup var password: PasswordOptions
    @OptionGroup var folder: DataFolderOption

    func run() throws {
        try folder.withRegister { try $0.requireUser(who.name) }
        let chosen = try password.choose(for: who.name)
        try folder.withRegister { try $0.setPassword(chosen.text, of: who.name) }
        print(
            say(
                "Le mot de passe de \(who.name) est changé ; il faut se reconnecter partout.",
                "\(who.name) has another password, and has to log in again everywhere."))
        chosen.show()
    }
}

/// Where a password comes from. Never from the command line, which everybody on the machine can read.
struct PasswordOptions: ParsableArguments {
    @Flag(
        help: .init(
            say("Lit le mot de passe sur l'entrée standard.", "Reads the password from standard input.")))
    var passwordStdin = false

    @Flag(
        help: .init(
            say(
                "En invente un et l'affiche, une seule fois.", "Makes one up and shows it, once.")))
    var generate = false

    func validate() throws {
        guard !(passwordStdin && generate) else {
            throw ValidationError(
                say("--password-stdin ou --generate, pas les deux.", "--password-stdin or --generate, not both."))
        }
    }

    /// A password, and whether it has to be shown.
    struct Choice {
        let text: String
        let isMadeUp: Bool

        func show() {
            guard isMadeUp else { return }
            print(
                say(
                    "Son mot de passe, affiché cette seule fois : \(text)",
                    "The password, shown this once only: \(text)"))
        }
    }

    func choose(for name: String) throws -> Choice {
        if generate { return Choice(text: Self.makeUp(), isMadeUp: true) }
        if passwordStdin {
            guard let text = Secret.fromStandardInput() else {
                throw Refused.byPerson(
                    say("Aucun mot de passe sur l'entrée standard.", "No password on standard input."))
            }
            return Choice(text: text, isMadeUp: false)
        }
        guard let first = Secret.ask(say("Mot de passe de \(name) : ", "Password of \(name): ")) else {
            throw Refused.byPerson(
                say(
                    "Rien n'est changé : aucun mot de passe n'a été tapé. Sans terminal, donnez-le avec --password-stdin, ou --generate en invente un.",
                    "Nothing was changed: no password was typed. Without a terminal, give it with --password-stdin, or --generate makes one up."
                ))
        }
        guard Secret.ask(say("Encore une fois : ", "Once more: ")) == first else {
            throw Refused.byPerson(
                say(
                    "Rien n'est changé : les deux mots de passe diffèrent. Recommencez.",
                    "Nothing was changed: the two passwords differ. Try again."))
        }
        return Choice(text: first, isMadeUp: false)
    }

    /// Sixteen letters and digits, of 31 that nobody takes for each other: 79 bits.
    private static func makeUp() -> String {
        let letters = "abcdefghjkmnpqrstuvwxyz23456789"
        return (0..<4).map { _ in String((0..<4).compactMap { _ in letters.randomElement() }) }.joined(separator: "-")
    }
}
