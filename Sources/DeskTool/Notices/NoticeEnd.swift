import ArgumentParser
import Reception
import Terminal

struct NoticeEnd: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "end",
        abstract: say("Arrête un avis tout de suite.", "Ends a notice at once."))

    @Argument(
        help: .init(
            say(
                "Le numéro de l'avis, ou son début (desk notices les montre).",
                "The notice's id, or its beginning (desk notices shows them).")))
    var id: String

    @OptionGroup var options: DeskOptions

    func run() throws {
        let now = Instant.now
        try options.withCounter(now: now) { counter in
            let sheet = NoticeSheet(clock: counter.clock, now: now)
            let notices = try counter.noticesToCome()
            let meant = notices.filter { $0.id.description.hasPrefix(id.lowercased()) }
            guard let notice = meant.first, meant.count == 1 else { throw refusal(meant, among: notices, sheet) }
            try counter.announce(notice.ended(at: now, id: FactID(bornAt: now)))
            print(sheet.ended(notice))
        }
    }

    private func refusal(_ meant: [Notice], among notices: [Notice], _ sheet: NoticeSheet) -> Refused {
        let choice = meant.isEmpty ? notices : meant
        let what =
            meant.isEmpty
            ? say("Aucun avis en cours ne commence par « \(id) ».", "No notice under way begins with “\(id)”.")
            : say("Plusieurs avis commencent par « \(id) ».", "Several notices begin with “\(id)”.")
        let hint =
            choice.isEmpty
            ? say("Il n'y en a aucun.", "There is none.") : say("Lequel de ceux-ci ?", "Which of these?")
        return Refused(exitCode: 1, lines: ["\(what) \(hint)"] + choice.map { sheet.line($0, among: notices) })
    }
}
