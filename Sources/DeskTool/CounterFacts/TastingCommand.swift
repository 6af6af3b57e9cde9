import ArgumentParser
import Terminal

struct TastingCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tasting",
        abstract: say("Note combien de personnes ont dégusté.", "Records how many people came to a tasting."),
        discussion: say(
            """
            Exemples :
              desk tasting 14
              desk tasting 10+3 vinopanorama --at hier-18:00
            """,
            """
            Examples:
              desk tasting 14
              desk tasting 10+3 vinopanorama --at yesterday-18:00
            """))

    @OptionGroup var attendance: AttendanceOptions
    @OptionGroup var options: DeskOptions

    func run() throws { try attendance.keep(.tasting, options: options) }
}
