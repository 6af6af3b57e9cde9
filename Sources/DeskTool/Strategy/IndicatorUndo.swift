import ArgumentParser
import Reception
import Terminal

struct IndicatorUndo: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "undo",
        abstract: say(
            "Annule le dernier chiffre que vous avez saisi.", "Undoes the last figure that you entered."),
        discussion: say(
            "Celui d'avant reprend sa place, s'il y en avait un. Une deuxième fois le remet.",
            "The one before takes its place again, if there was one. A second time brings it back."))

    @OptionGroup var options: DeskOptions

    func run() throws {
        let now = Instant.now
        try options.withFigures(now: now) { desk in
            let (undone, restored) = try desk.register.undoIndicator(by: options.counsellorName, at: now)
            let indicator = try desk.strategy.enteredIndicator(undone.entry.indicator)
            print(say("Annulé : ", "Undone: ") + desk.words.told(undone.entry, of: indicator))
            guard let restored else {
                return print(say("Il n'y a plus de chiffre.", "There is no figure any more."))
            }
            let before = desk.words.value(restored.entry)
            print(say("Il y a de nouveau : \(before).", "There is again: \(before)."))
        }
    }
}
