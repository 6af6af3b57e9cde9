import ArgumentParser
import Catalogue
import Foundation
import KioskServer
import Logging
import Register
import ServiceLifecycle
import Terminal

struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: say(
            "Sert les écrans et garde ce qu'ils ont compté.", "Serves the screens and keeps what they counted."))

    @OptionGroup var places: Places

    @Option(help: .init(say("L'adresse où écouter.", "The address to listen on."), valueName: "address"))
    var bind = setting("BIND") ?? "127.0.0.1"

    @Option(
        help: .init(
            say("Le port où écouter ; 0 : au choix du système.", "The port to listen on; 0: the system chooses.")))
    var port = setting("PORT").flatMap(Int.init) ?? 8080

    @Option(
        help: .init(
            say(
                "Le dossier de la base et du catalogue compilé.",
                "The folder of the database and of the compiled catalogue."), valueName: "folder"))
    var data = setting("DATA") ?? "data"

    @Option(help: .init(say("Le dossier des pages.", "The folder of the web app."), valueName: "folder"))
    var web = setting("WEB") ?? "kiosk-web"

    @Option(
        help: .init(
            say(
                "Ce par quoi commencent les QR codes, par exemple https://sommieres.example.",
                "What QR codes begin with, for instance https://sommieres.example."), valueName: "url"))
    var publicAddress: String?

    @Option(help: .init(say("Certificat TLS (PEM).", "TLS certificate (PEM)."), valueName: "file"))
    var tlsCertificate: String?

    @Option(help: .init(say("Clé du certificat (PEM).", "The certificate's key (PEM)."), valueName: "file"))
    var tlsKey: String?

    @Option(
        help: .init(
            say("Le journal des requêtes : un fichier, - ou off.", "The access log: a file, - or off."),
            valueName: "file"))
    var accessLog = setting("ACCESS_LOG") ?? "-"

    func validate() throws {
        guard (0...65_535).contains(port) else {
            throw ValidationError(say("--port : de 0 à 65535.", "--port: 0 to 65535."))
        }
        guard (certificate == nil) == (key == nil) else {
            throw ValidationError(
                say("--tls-certificate et --tls-key vont ensemble.", "--tls-certificate and --tls-key go together."))
        }
    }

    func run() async throws {
        var logger = Logger(label: "vitrine") { StreamLogHandler.standardError(label: $0) }
        logger.logLevel = .info
        let server: KioskServer
        do {
            server = try KioskServer(options, logger: logger, ready: announce)
        } catch let error as ContentError {
            throw Refused(
                exitCode: 1,
                lines: error.lines(in: speech) + [
                    say("Le contenu ne peut pas être servi.", "The content can't be served.")
                ])
        } catch {
            throw Refused.byPerson("vitrine: \(error)")
        }
        do {
            try await ServiceGroup(
                services: [server], gracefulShutdownSignals: [.sigterm, .sigint], logger: quiet
            ).run()
        } catch {
            throw Refused.byPerson("vitrine: \(error)")
        }
    }

    private var certificate: String? { tlsCertificate ?? setting("TLS_CERTIFICATE") }
    private var key: String? { tlsKey ?? setting("TLS_KEY") }

    private var options: Options {
        var options = Options()
        options.bind = bind
        options.port = port
        options.data = data
        options.content = places.content
        options.web = web
        options.publicAddress = publicAddress ?? setting("PUBLIC_ADDRESS")
        if let certificate, let key { options.tls = (certificate, key) }
        options.accessLog =
            switch accessLog {
            case "-": .standardOutput
            case "off": .off
            default: .file(accessLog)
            }
        return options
    }

    /// The service group tells what it starts and stops; an operator wants one line.
    private var quiet: Logger {
        var logger = Logger(label: "vitrine.services")
        logger.logLevel = .error
        return logger
    }

    private func announce(_ server: KioskServer) {
        print(
            say(
                "Vitrine présente \(server.placeCount) lieux : ouvrez \(server.address) dans un navigateur (Ctrl-C pour arrêter).",
                "Vitrine shows \(server.placeCount) places: open \(server.address) in a browser (Ctrl-C stops it)."))
        if server.isDemonstration {
            print(
                say(
                    "DÉMONSTRATION : tout ce que contient « \(data) » est inventé, et chaque page le dit.",
                    "DEMONSTRATION: everything in “\(data)” is made up, and every page says so."))
        }
        fflush(nil)
    }
}

/// Where the content is; several commands ask.
struct Places: ParsableArguments {
    @Option(help: .init(say("Le dossier du contenu.", "The folder of the content."), valueName: "folder"))
    var content = setting("CONTENT") ?? "content"
}
