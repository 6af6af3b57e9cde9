import ArgumentParser
import Foundation
import Reception
import Terminal

/// `desk whoami`
struct WhoamiCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "whoami",
        abstract: say(
            "Dit à quel serveur et à quel compte ce comptoir est relié.",
            "Says which server and account this desk is connected to."))

    @Flag(help: .init(say("En JSON, pour un programme.", "As JSON, for a program.")))
    var json = false

    @OptionGroup var options: DeskOptions

    private struct Answer: Codable {
        var server: String?
        let user: String
        let role: Role
        let expiresAt: Instant

        enum CodingKeys: String, CodingKey {
            case server, user, role
            case expiresAt = "expires_at"
        }
    }

    func run() throws {
        let login = try LoginFile().read().required(at: options.namedServer)
        let address = try ServerAddress(login.server)
        do {
            let server = try DeskServer(address, token: login.token, authorities: login.authorities)
            var answer: Answer = try server.get("me")
            answer.server = address.text
            try show(answer, address)
        } catch let trouble as ServerTrouble {
            throw trouble.refused(
                address,
                [
                    say(
                        "Ce comptoir y est connu comme \(login.user), \(login.role.rawValue).",
                        "It knows this desk as \(login.user), \(login.role.rawValue).")
                ])
        }
    }

    private func show(_ answer: Answer, _ address: ServerAddress) throws {
        if json {
            return try printJSON(answer)
        }
        let day = answer.expiresAt.description.prefix(10)
        print(
            say(
                "\(answer.user), \(answer.role.rawValue), sur \(address.name). Sans servir, cet accès finit le \(day).",
                "\(answer.user), \(answer.role.rawValue), at \(address.name). Unused, this access ends on \(day)."))
    }
}
