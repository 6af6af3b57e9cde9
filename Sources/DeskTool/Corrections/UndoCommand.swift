import ArgumentParser
import Reception
import Terminal

struct UndoCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "undo",
        abstract: say(
            "Annule la dernière saisie de ce comptoir.", "Undoes the last thing that this desk recorded."))

    @OptionGroup var options: DeskOptions

    func run() throws {
        let now = Instant.now
        try options.withCounter(now: now) { counter in
            let desk = CorrectionDesk(counter: counter, options: options, now: now)
            guard let last = try counter.lastFacts(1, desk: options.deskCode).first else {
                throw Refused.byPerson(CorrectionDesk.nothing(to: say("annuler", "undo"), at: options.deskCode))
            }
            try desk.void(last, why: say("annulé aussitôt", "undone"))
            print(say("Annulé : ", "Undone: ") + desk.told(last.fact))
            if let again = desk.again(last.fact) { print(again) }
        }
    }
}
