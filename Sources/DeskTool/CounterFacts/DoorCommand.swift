import ArgumentParser
import Reception
import Terminal

struct DoorCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "door",
        abstract: say(
            "Note ce que le compteur de la porte a compté, heure par heure.",
            "Records what the counter at the door counted, hour by hour."),
        discussion: say(
            """
            Exemples :
              desk door 42                              42 personnes dans l'heure en cours
              desk door 42 --hour 14 --day hier         hier, entre 14 h et 15 h
              desk door 0 --hour 9                      personne entre 9 h et 10 h : compté, et nul
              desk door --file porte.csv                un fichier : jour, heure, personnes
            Une heure déjà notée par ce comptoir est remplacée.
            """,
            """
            Examples:
              desk door 42                              42 people in the present hour
              desk door 42 --hour 14 --day yesterday    yesterday, from 14:00 to 15:00
              desk door 0 --hour 9                      nobody from 9:00 to 10:00: counted, and none
              desk door --file door.csv                 a file: day, hour, people
            An hour that this desk recorded before is replaced.
            """))

    @Argument(
        parsing: .allUnrecognized,
        help: .init(
            say("Combien de personnes ; 0 compte aussi.", "How many people; 0 counts too."), valueName: "people"))
    var people: [String] = []

    @Option(
        help: .init(
            say("L'heure qui a été comptée : 14 de 14 h à 15 h.", "The hour that was counted: 14 from 14:00 to 15:00."),
            valueName: "hour"))
    var hour: String?

    @Option(
        help: .init(
            say(
                "Un fichier de comptes, une heure par ligne : jour, heure, personnes.",
                "A file of counts, one hour a line: day, hour, people."), valueName: "file"),
        completion: .file(extensions: ["csv", "txt"]))
    var file: String?

    @OptionGroup var day: DayOption
    @OptionGroup var outcome: OutcomeOptions
    @OptionGroup var options: DeskOptions

    func run() throws {
        let typed = try LineWords.checked(people)
        guard typed.count == (file == nil ? 1 : 0), file == nil || hour == nil && day.day == nil else { throw usage }
        let now = Instant.now
        try options.withCounter(now: now) { counter in
            let desk = DoorDesk(FactDesk(counter: counter, options: options, outcome: outcome, now: now))
            if let file {
                try desk.keep(file: file)
            } else {
                try desk.keep(typed[0], hour: hour, day: day.day)
            }
        }
    }

    private var usage: ValidationError {
        ValidationError(
            say(
                "Donnez un nombre, par exemple « desk door 42 --hour 14 », ou un fichier : « desk door --file porte.csv ».",
                "Give a number, for example “desk door 42 --hour 14”, or a file: “desk door --file door.csv”."))
    }
}
