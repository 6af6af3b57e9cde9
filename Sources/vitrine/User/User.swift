import ArgumentParser
import Reception
import Terminal

/// Who may log in.
struct User: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: say(
            "Qui peut se connecter au serveur : ajouter, changer, retirer.",
            "Who may log in to the server: add, change, remove."),
        discussion: say(
            """
            Exemples :
              vitrine user add claire --role desk          demande le mot de passe deux fois
              vitrine user add accueil --role desk --generate
              vitrine user list
              vitrine user role claire --role manager
              vitrine user password claire
              vitrine user remove claire                   ce qu'elle a enregistré reste

            Le serveur peut tourner : tout vaut aussitôt.
            """,
            """
            Examples:
              vitrine user add claire --role desk          asks for the password twice
              vitrine user add reception --role desk --generate
              vitrine user list
              vitrine user role claire --role manager
              vitrine user password claire
              vitrine user remove claire                   what she recorded stays

            The server may be running: everything holds at once.
            """),
        subcommands: [UserAdd.self, UserList.self, UserPassword.self, UserRole.self, UserRemove.self])
}

/// Whom it is about.
struct UserName: ParsableArguments {
    @Argument(help: .init(say("Le nom de la personne.", "The person's name.")))
    var name: String
}

/// What they may do.
struct RoleOption: ParsableArguments {
    @Option(
        help: .init(
            say(
                "desk (le comptoir), manager (et les chiffres), admin (et les utilisateurs).",
                "desk (the counter), manager (and the figures), admin (and the users).")))
    var role: Role
}

extension Role: ExpressibleByArgument {}

extension Role {
    /// As it is typed, with what it means where that isn't the same.
    var inWords: String {
        switch self {
        case .desk: say("desk (comptoir)", "desk")
        case .manager: say("manager (direction)", "manager")
        case .admin: say("admin (administration)", "admin")
        }
    }
}

struct UserList: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: say("Montre qui peut se connecter.", "Shows who may log in."))

    @OptionGroup var folder: DataFolderOption

    func run() throws {
        let users = try folder.withRegister { try $0.users() }
        guard !users.isEmpty else {
            print(
                say(
                    "Personne encore. « vitrine user add NOM --role desk » ajoute quelqu'un.",
                    "Nobody yet. “vitrine user add NAME --role desk” adds somebody."))
            return
        }
        let width = users.map(\.name.count).max() ?? 0
        for user in users {
            let name = user.name + String(repeating: " ", count: width - user.name.count)
            print("\(name)  \(user.isRemoved ? say("retiré", "removed") : user.role.inWords)")
        }
    }
}

struct UserRole: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "role", abstract: say("Change ce qu'une personne peut faire.", "Changes what somebody may do."))

    @OptionGroup var who: UserName
    @OptionGroup var what: RoleOption
    @OptionGroup var folder: DataFolderOption

    func run() throws {
        try folder.withRegister { try $0.setRole(what.role, of: who.name) }
        print(
            say(
                "\(who.name) a maintenant le rôle \(what.role.inWords).",
                "\(who.name) now has the role \(what.role.inWords)."))
    }
}

struct UserRemove: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove",
        abstract: say(
            "Retire une personne, déconnectée aussitôt partout.", "Removes somebody, logged out everywhere at once."))

    @OptionGroup var who: UserName
    @OptionGroup var folder: DataFolderOption

    func run() throws {
        try folder.withRegister { try $0.removeUser(who.name) }
        print(
            say(
                "\(who.name) ne peut plus se connecter. Ce qui porte son nom reste ; « vitrine user add \(who.name) --role … » revient dessus.",
                "\(who.name) can't log in any more. What bears the name stays; “vitrine user add \(who.name) --role …” undoes this."
            ))
    }
}
