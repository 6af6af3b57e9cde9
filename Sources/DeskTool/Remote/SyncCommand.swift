import ArgumentParser
import Foundation
import Reception
import Terminal

/// `desk sync`
struct SyncCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sync",
        abstract: say("Envoie au serveur ce qui a été gardé ici.", "Sends the server what was kept here."),
        discussion: say(
            """
            Chaque commande l'envoie déjà dès que le serveur répond. Celle-ci le fait sans rien saisir, et dit ce qui reste.
            Codes de sortie : 0 tout est parti, 1 quelque chose est à corriger, 3 le serveur ne répond pas et quelque chose attend.
            """,
            """
            Every command sends it as soon as the server answers. This one does so without recording, and says what is left.
            Exit codes: 0 all is sent, 1 something has to be mended, 3 the server doesn't answer and something waits.
            """))

    @Flag(help: .init(say("En JSON, pour un programme.", "As JSON, for a program.")))
    var json = false

    @OptionGroup var options: DeskOptions

    func run() throws {
        let login = try LoginFile().read().required(at: options.namedServer)
        let address = try ServerAddress(login.server)
        let spool = Spool(of: address)
        let delivery = try deliver(spool, login, address)
        try (json ? report : tellResult)(delivery, spool, address)
        if let trouble = delivery.trouble, !spool.names.isEmpty {
            throw json ? Refused(exitCode: trouble.canBeMended ? 1 : 3, lines: []) : trouble.refused(address)
        }
        if !delivery.refused.isEmpty { throw Refused(exitCode: 1, lines: []) }
    }

    private func deliver(_ spool: Spool, _ login: Login, _ address: ServerAddress) throws -> Delivery {
        do {
            let server = try DeskServer(address, token: login.token, authorities: login.authorities)
            let showsProgress = !json && isatty(STDERR_FILENO) == 1
            return try Delivery.run(spool, to: server, renewingPatience: true) { through in
                if showsProgress { tell(say("\(through) envoyées…", "\(through) sent…")) }
            }
        } catch let trouble as ServerTrouble {
            var delivery = Delivery()
            delivery.trouble = trouble
            return delivery
        }
    }

    private func tellResult(_ delivery: Delivery, _ spool: Spool, _ address: ServerAddress) throws {
        for line in delivery.lines { print(line) }
        let (waiting, aside) = (try spool.factCount, spool.refusedNames.count)
        if waiting > 0 {
            print(say("En attente ici : \(waiting).", "Waiting here: \(waiting)."))
        } else if delivery.lines.isEmpty {
            print(say("Rien n'attend : \(address.name) a tout.", "Nothing waits: \(address.name) has it all."))
        }
        if aside > 0 {
            print(
                say(
                    "Refusées et mises de côté : \(aside), dans \(spool.refusedFolder).",
                    "Refused and set aside: \(aside), in \(spool.refusedFolder)."))
        }
    }

    private struct Report: Encodable {
        struct Aside: Encodable {
            let file: String
            let code: String
            let message: String
            let ids: [FactID]
        }

        let server: String
        let delivered: Int
        let known: Int
        let refused: [Aside]
        let waiting: Int
        let setAside: Int

        enum CodingKeys: String, CodingKey {
            case server, delivered, known, refused, waiting
            case setAside = "set_aside"
        }
    }

    private func report(_ delivery: Delivery, _ spool: Spool, _ address: ServerAddress) throws {
        let report = Report(
            server: address.text, delivered: delivery.delivered, known: delivery.known,
            refused: delivery.refused.map { file, facts, refusal in
                Report.Aside(
                    file: file, code: refusal.code.rawValue, message: refusal.wording(in: speech).message,
                    ids: facts.map(\.id))
            }, waiting: try spool.factCount, setAside: spool.refusedNames.count)
        try printJSON(report)
    }
}
