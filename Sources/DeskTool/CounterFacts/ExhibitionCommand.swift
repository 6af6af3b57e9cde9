import ArgumentParser
import Terminal

struct ExhibitionCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "exhibition",
        abstract: say("Note combien de personnes ont vu une exposition.", "Records how many people saw an exhibition."),
        discussion: say(
            """
            Exemples :
              desk exhibition 30
              desk exhibition 10+3 vinopanorama --at hier-18:00
            """,
            """
            Examples:
              desk exhibition 30
              desk exhibition 10+3 vinopanorama --at yesterday-18:00
            """))

    @OptionGroup var attendance: AttendanceOptions
    @OptionGroup var options: DeskOptions

    func run() throws { try attendance.keep(.exhibition, options: options) }
}
