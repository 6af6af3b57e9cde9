import Reception
import Terminal

/// Why a line wasn't recorded, and the line to mend.
enum LineToMend {
    /// Nil when the line has no problem.
    static func of(_ line: DeskLine, givenBackAs command: [String]) -> Refused? {
        guard !line.problems.isEmpty else { return nil }
        let typed = line.tokens.map(\.text)
        let lines = line.problems.map(sentence)
        // What was too long to be read isn't worth being given back.
        guard !typed.isEmpty else { return Refused(exitCode: 1, lines: lines) }
        return Refused(
            exitCode: 1,
            lines: lines + [
                say("Rien n'a été enregistré. À corriger :", "Nothing was recorded. To mend:"),
                "  " + ShellWords.line(command + typed),
            ])
    }

    /// What is wrong with a token, and what was perhaps meant.
    static func sentence(_ problem: DeskLine.Problem) -> String {
        let wording = problem.refusal.wording(in: speech)
        return [wording.message, wording.hint].filter { !$0.isEmpty }.joined(separator: " ")
    }
}
