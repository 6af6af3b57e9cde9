import ArgumentParser
import Foundation
import Reception
import Reports
import Terminal

struct ExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: say(
            "Les données ouvertes : les sommes par mois en CSV, décrites pour les programmes et pour les gens.",
            "Open data: sums by month as CSV, described for programs and for people."),
        discussion: say(
            """
            Exemple :
              desk export --open donnees-ouvertes
            Écrit un fichier CSV par chiffre, datapackage.json (Frictionless Table Schema) et un codebook. Les petits
            nombres sont cachés. Seuls les mois terminés y sont : chacun est publié une fois pour toutes.
            """,
            """
            Example:
              desk export --open open-data
            Writes a CSV file a figure, datapackage.json (Frictionless Table Schema) and a codebook. Small counts are
            hidden. Only months that are over are in it: each is published once and for all.
            """))

    @Option(
        help: .init(
            say(
                "Le dossier à écrire, neuf ou d'un export d'avant.", "The folder to write, new or of an export before."),
            valueName: "folder"),
        completion: .directory)
    var open: String

    @Option(
        help: .init(
            say(
                "La licence : etalab-2.0 (Licence Ouverte) sinon odbl-1.0 ou cc-by-4.0.",
                "The licence: etalab-2.0 (Licence Ouverte), else odbl-1.0 or cc-by-4.0."), valueName: "code"),
        completion: .list(OpenData.Licence.allCases.map(\.rawValue)))
    var licence = OpenData.Licence.openLicence

    @OptionGroup var options: DeskOptions

    func run() throws {
        let folder = OpenDataFolder(open)
        try folder.check()
        try PublishedFigures.using(options.place(), now: .now) { figures in
            let months = OpenData.months(of: figures.days)
            guard let first = months.first, let last = months.last else {
                throw Refused.byPerson(
                    say(
                        "Aucun mois n'est encore terminé : les données ne vont que du \(DayWords(speech).run(figures.days)).",
                        "No month is over yet: the data only go from \(DayWords(speech).run(figures.days))."))
            }
            let data = try OpenData(
                .init(
                    code: figures.register.office, name: figures.officeName,
                    isDemonstration: figures.register.isDemonstration, names: figures.names, licence: licence),
                over: months, answer: figures.answer)
            try folder.write(data.files)
            let words = DayWords(speech)
            print(
                say(
                    "Écrit dans \(open) : \(data.files.count) fichiers, \(words.period(first)) à \(words.period(last)), \(licence.text.title).",
                    "Written to \(open): \(data.files.count) files, \(words.period(first)) to \(words.period(last)), \(licence.text.title)."
                ))
        }
    }
}

extension OpenData.Licence: ExpressibleByArgument {}
