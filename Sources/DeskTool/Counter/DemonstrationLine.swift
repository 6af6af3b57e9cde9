import Reception
import Terminal

/// What is said before anything is done in a demonstration, on standard error: what a program reads stays as it is.
enum DemonstrationLine {
    static func tell(ifOfOffice office: String) {
        guard OfficeCode.isOfDemonstration(office) else { return }
        Terminal.tell(say("DÉMONSTRATION : rien de ceci n'est réel.", "DEMONSTRATION: none of this is real."))
    }
}
