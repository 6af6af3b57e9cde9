import Foundation
import LineEditor
import Reception
import Terminal

/// The counter on a terminal: lines in, answers out.
struct CounterPrompt {
    let options: DeskOptions
    /// Whether everything follows line by line, for terminals that can't be drawn on and those who listen to theirs.
    let isPlain: Bool

    private let environment = ProcessInfo.processInfo.environment
    private let typed = TypedLines()

    init(options: DeskOptions, isPlain: Bool) {
        self.options = options
        self.isPlain = isPlain || setting("PLAIN") == "1" || ["", "dumb"].contains(environment["TERM"] ?? "")
    }

    /// Until the counter is closed.
    func run() throws {
        guard isatty(STDIN_FILENO) == 1 else { throw Self.noTerminal }
        let editor = isPlain ? nil : editor()
        guard let reader: any LineReader = editor ?? PlainLines() else { throw Self.noTerminal }
        var session = try CounterSession(options: options, canEdit: reader.canEdit) { .now }
        var text = ""
        while true {
            session.header(tell: show)
            editor?.panel = { [session] in session.panel($0) }
            editor?.complete = { [session] in session.complete($0) }
            switch reader.read(prompt: session.prompt, text: text) {
            case .line(let line):
                let answer = session.enter(line, tell: show)
                if let line = answer.remembered { remember(line, in: reader) }
                if answer.ends { return }
                text = answer.text
            case .interrupted(let line):
                print("^C")
                remember(line, in: reader)
                session.interrupt(line, tell: show)
                text = ""
            case .ended:
                print("")
                return
            case .hungUp(let line, let signal):
                typed.add(line)
                LineEnd.endProcess(by: signal)
            }
        }
    }

    private func editor() -> LineEditor? {
        LineEditor(program: "desk", history: typed.newest(), limit: TypedLines.limit, colour: hasColour)
    }

    private func remember(_ line: String, in reader: any LineReader) {
        guard !line.isEmpty else { return }
        reader.remember(line)
        typed.add(line)
    }

    private func show(_ row: Row) {
        for text in TextWidth.wrapped(row.text, to: TerminalWindow.size.columns - 1) {
            print(Row(text, row.tone).styled(colour: hasColour))
        }
    }

    /// https://no-color.org
    private var hasColour: Bool { !isPlain && environment["NO_COLOR", default: ""].isEmpty }

    private static var noTerminal: Refused {
        Refused(
            exitCode: 2,
            lines: [
                Desk.helpMessage(), "",
                say(
                    "« desk » seul ouvre le comptoir, dans un terminal. Pour des lignes qui viennent d'un fichier : desk visit --file jour.csv",
                    "“desk” by itself opens the counter, in a terminal. For lines that come from a file: desk visit --file day.csv"
                ),
            ])
    }
}
