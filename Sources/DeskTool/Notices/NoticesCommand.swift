import ArgumentParser
import Reception
import Terminal

struct NoticesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "notices",
        abstract: say("Montre les avis en cours et à venir.", "Shows the notices under way and to come."))

    @Flag(help: .init(say("En JSON, pour un programme.", "As JSON, for a program.")))
    var json = false

    @OptionGroup var options: DeskOptions

    func run() throws {
        let now = Instant.now
        try options.withCounter(now: now) { counter in
            let notices = try counter.noticesToCome()
            if json {
                try printJSON(notices)
            } else if notices.isEmpty {
                print(say("Aucun avis.", "No notice."))
            } else {
                let sheet = NoticeSheet(clock: counter.clock, now: now)
                for notice in notices { print(sheet.line(notice, among: notices)) }
            }
        }
    }
}
