import ArgumentParser
import Terminal

/// What becomes of a fact that is typed, and for whom that is said.
struct OutcomeOptions: ParsableArguments {
    @Flag(
        help: .init(
            say(
                "Dit ce qui serait enregistré, sans rien enregistrer.",
                "Says what would be recorded, and records nothing.")))
    var dryRun = false

    @Flag(help: .init(say("En JSON, pour un programme.", "As JSON, for a program.")))
    var json = false
}
