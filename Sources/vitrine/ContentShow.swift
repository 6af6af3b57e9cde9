import ArgumentParser
import Catalogue
import KioskServer
import Terminal

struct ContentShow: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: say("Montre un lieu comme un visiteur le lirait.", "Shows a place as a visitor would read it."))

    @Argument(help: .init(say("Le slug du lieu, par exemple pont-romain.", "The place's slug, such as pont-romain.")))
    var place: String

    @OptionGroup var places: Places

    @Option(
        help: .init(
            say("À quel moment : 2026-07-14T10:05 ; maintenant sinon.", "When: 2026-07-14T10:05; now otherwise."),
            valueName: "moment"))
    var at: String?

    func run() throws {
        guard let moment = at.map({ LocalMoment($0) }) ?? LocalMoment.now else {
            throw ValidationError(
                say("--at : écrivez le moment comme 2026-07-14T10:05.", "--at: write the moment like 2026-07-14T10:05.")
            )
        }
        do {
            let sheet = try PlaceSheet(slug: place, in: ContentFolder(path: places.content), today: .today)
            print(sheet.text(in: speech, at: moment))
        } catch PlaceSheet.Failure.unknown(let meant) {
            throw Refused.byPerson(
                say("Aucun lieu ne s'appelle « \(place) ».", "No place is called “\(place)”.")
                    + (meant.map { say(" Vouliez-vous dire \($0) ?", " Did you mean \($0)?") } ?? ""))
        } catch PlaceSheet.Failure.refused(let problems) {
            throw Refused(exitCode: 1, lines: problems.map { $0.text(in: speech) })
        }
    }
}
