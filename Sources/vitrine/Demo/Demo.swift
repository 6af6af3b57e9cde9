import ArgumentParser
import Demonstration
import Foundation
import KioskServer
import Reception
import Register
import Terminal

struct Demo: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: say(
            "Invente des années d'un office, pour essayer.", "Makes up years of an office, to try things out."),
        discussion: say(
            """
            Exemples :
              vitrine demo                                      trois ans, dans ./demo
              vitrine serve --data demo                         les regarder
              vitrine demo --years 5 --scale 10 --to /tmp/banc  pour mesurer

            Visites, écrans, boutique, météo : tout est inventé, rien ne dit ce qu'un office a vécu. Le dossier et sa base \
            sont marqués pour toujours : chaque page et chaque ticket disent DÉMONSTRATION, et rien ne s'y mêle à de vraies \
            données.

            La même graine, les mêmes années et le même contenu donnent les mêmes lignes.
            """,
            """
            Examples:
              vitrine demo                                       three years, in ./demo
              vitrine serve --data demo                          look at them
              vitrine demo --years 5 --scale 10 --to /tmp/bench  to measure

            Visits, screens, shop, weather: all of it is made up, and says nothing about any office. The folder and its \
            database are marked for ever: every page and every receipt says DÉMONSTRATION, and nothing mixes with real data.

            The same seed, years and content give the same rows.
            """))

    @Option(help: .init(say("Combien d'années, de 1 à 20.", "How many years, 1 to 20.")))
    var years = 3

    @Option(
        help: .init(say("Le dernier jour ; hier sinon.", "The last day; yesterday otherwise."), valueName: "2026-07-14")
    )
    var until: OfficeDay?

    @Option(help: .init(say("La graine du hasard.", "The seed of its chance."), valueName: "number"))
    var seed = 1

    @Option(
        help: .init(
            say(
                "L'affluence : 1 est un petit office (6 000 visites par an), de 0,05 à 20.",
                "How busy it is: 1 is a small office (6,000 visits a year), 0.05 to 20."), valueName: "number"))
    var scale = 1.0

    @Option(help: .init(say("Le dossier à faire.", "The folder to make."), valueName: "folder"))
    var to = "demo"

    @OptionGroup var places: Places

    @Flag(help: .init(say("En JSON, pour un programme.", "As JSON, for a program.")))
    var json = false

    func validate() throws {
        guard 1...20 ~= years else { throw ValidationError(say("--years : de 1 à 20.", "--years: 1 to 20.")) }
        guard 0.05...20 ~= scale else { throw ValidationError(say("--scale : de 0.05 à 20.", "--scale: 0.05 to 20.")) }
        if let until, until >= .today {
            throw ValidationError(
                say(
                    "--until : au plus tard hier, pour que le dernier jour soit entier.",
                    "--until: yesterday at the latest, so that the last day is whole."))
        }
    }

    func run() throws {
        let folder = DemonstrationFolder(path: to)
        let mark = DemonstrationMark(
            seed: seed, years: years, until: until ?? OfficeDay.today.adding(days: -1), scale: scale)
        Interruption.catchSignals()
        do {
            try folder.check()
            let office = try self.office()
            var progress = DemoProgress()
            defer { progress.end() }
            let written = try folder.make(office, mark) { register in
                try DemonstrationWriter(office, mark, into: register).write { written in
                    try Interruption.check()
                    progress.tell(written)
                }
            }
            progress.end()
            try tell(written, mark)
        } catch let refusal as DemonstrationFolder.Refusal {
            throw refused(refusal)
        } catch is Interruption {
            throw Refused.byPerson(say("Interrompu : rien n'est gardé.", "Interrupted: nothing is kept."))
        } catch let error as RegisterError {
            throw Refused.bySystem(say("Rien n'est gardé : \(error)", "Nothing is kept: \(error)"))
        }
    }

    /// The content is compiled in a folder of its own: the demonstration's must hold nothing before it is marked.
    private func office() throws -> DemonstratedOffice {
        let cache = FileManager.default.temporaryDirectory.path + "/vitrine-demo-\(getpid())"
        defer { try? FileManager.default.removeItem(atPath: cache) }
        try FileManager.default.createDirectory(
            atPath: cache, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        return try DemonstratedOffice(content: places.content, cache: cache)
    }

    private func tell(_ written: DemonstrationWriter.Written, _ mark: DemonstrationMark) throws {
        if json {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
            let summary = Summary(
                folder: to, seed: seed, years: years, until: mark.until.description, scale: scale,
                days: written.allDays,
                visits: written.visits, interactions: written.interactions, tickets: written.tickets)
            print(String(decoding: try encoder.encode(summary), as: UTF8.self))
            return
        }
        let counted = [written.visits, written.interactions, written.tickets].map(Self.grouped)
        print(
            say(
                """
                DÉMONSTRATION dans « \(to) » : tout y est inventé.
                \(years) an\(years > 1 ? "s" : "") jusqu'au \(mark.until) : \(counted[0]) visites, \(counted[1]) gestes sur les écrans, \(counted[2]) tickets.

                  vitrine serve --data \(to)                                        la regarder
                  vitrine user add direction --role manager --generate --data \(to)  entrer dans ses chiffres
                """,
                """
                DEMONSTRATION in “\(to)”: all of it is made up.
                \(years) year\(years > 1 ? "s" : "") until \(mark.until): \(counted[0]) visits, \(counted[1]) touches on screens, \(counted[2]) tickets.

                  vitrine serve --data \(to)                                      look at it
                  vitrine user add manager --role manager --generate --data \(to)  get at its figures
                """))
    }

    private struct Summary: Encodable {
        let folder: String
        let seed: Int
        let years: Int
        let until: String
        let scale: Double
        let days: Int
        let visits: Int
        let interactions: Int
        let tickets: Int
    }

    /// `300 000` in French, `300,000` in English.
    private static func grouped(_ number: Int) -> String {
        let digits = Array(String(number))
        let mark = say("\u{202F}", ",")
        return digits.enumerated().map { index, digit in
            (index > 0 && (digits.count - index) % 3 == 0 ? mark : "") + String(digit)
        }.joined()
    }

    private func refused(_ refusal: DemonstrationFolder.Refusal) -> Refused {
        switch refusal {
        case .isDemonstration:
            .byPerson(
                say(
                    "Rien n'a été fait : une démonstration est déjà dans « \(to) ». Effacez ce dossier d'abord, ou donnez-en un autre avec --to.",
                    "Nothing was done: there is a demonstration in “\(to)” already. Delete that folder first, or name another with --to."
                ))
        case .isTaken:
            .byPerson(
                say(
                    "Rien n'a été fait : « \(to) » n'est pas vide, et une démonstration ne se mêle à rien. Donnez un nouveau dossier avec --to.",
                    "Nothing was done: “\(to)” isn't empty, and a demonstration never mixes with anything. Name a new folder with --to."
                ))
        case .isBeingMade:
            .byPerson(
                say(
                    "Rien n'a été fait : un autre programme fait une démonstration dans « \(to) ». Attendez qu'il ait fini, ou donnez un autre dossier avec --to.",
                    "Nothing was done: another program is making a demonstration in “\(to)”. Wait until it has, or name another folder with --to."
                ))
        }
    }
}

extension OfficeDay: ExpressibleByArgument {
    /// Reads `2026-07-14`.
    public init?(argument: String) { self.init(argument) }
}
