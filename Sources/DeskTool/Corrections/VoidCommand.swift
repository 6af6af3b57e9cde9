import ArgumentParser
import Reception
import Terminal

struct VoidCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "void",
        abstract: say("Annule une saisie, et dit pourquoi.", "Voids something recorded, and says why."))

    @Argument(
        help: .init(say("Le numéro de la saisie, ou son début.", "The id of what was recorded, or its beginning.")))
    var id: String

    @Option(help: .init(say("Pourquoi.", "Why."), valueName: "text"))
    var why: String

    @OptionGroup var options: DeskOptions

    func run() throws {
        let now = Instant.now
        try options.withCounter(now: now) { counter in
            let desk = CorrectionDesk(counter: counter, options: options, now: now)
            let head = try desk.head(id)
            try desk.void(head, why: why)
            print(say("Annulé : ", "Voided: ") + desk.told(head.fact))
            if let again = desk.again(head.fact) { print(again) }
        }
    }
}
