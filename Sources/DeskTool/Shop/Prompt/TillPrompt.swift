import Foundation
import LineEditor
import Reception
import Terminal

/// The till on a terminal: products in, change out.
struct TillPrompt {
    let till: any TillChoice
    let options: any DeskChoice
    let training: Bool
    private let environment = ProcessInfo.processInfo.environment

    init(till: any TillChoice, options: any DeskChoice, training: Bool) {
        (self.till, self.options, self.training) = (till, options, training)
    }

    private var isPlain: Bool { setting("PLAIN") == "1" || ["", "dumb"].contains(environment["TERM"] ?? "") }
    /// https://no-color.org
    private var hasColour: Bool { !isPlain && environment["NO_COLOR", default: ""].isEmpty }

    /// Until the till is left.
    func run(with order: SaleOrder) throws {
        guard isatty(STDIN_FILENO) == 1 else { throw Self.noTerminal }
        let editor = isPlain ? nil : LineEditor(program: "desk", history: [], limit: 100, colour: hasColour)
        editor?.escapeInterrupts = true
        guard let reader: any LineReader = editor ?? PlainLines() else { throw Self.noTerminal }
        var session = try TillSession(
            order: order, till: till, options: options, training: training, canEdit: reader.canEdit
        ) { .now }
        session.begin(tell: show)
        var text = ""
        while true {
            editor?.panel = { [session] in session.panel($0) }
            editor?.complete = { [session] in session.complete($0) }
            switch reader.read(prompt: session.prompt, text: text) {
            case .line(let line):
                reader.remember(line)
                let answer = session.enter(line, tell: show)
                if answer.ends { return }
                text = answer.text
            case .interrupted(let line) where !line.isEmpty:
                print("")
                text = ""
            case .interrupted, .ended:
                print("")
                session.leave(tell: show)
                return
            case .hungUp(_, let signal):
                LineEnd.endProcess(by: signal)
            }
        }
    }

    private func show(_ row: Row) {
        for text in TextWidth.wrapped(row.text, to: TerminalWindow.size.columns - 1) {
            print(Row(text, row.tone).styled(colour: hasColour))
        }
    }

    private static var noTerminal: Refused {
        Refused(
            exitCode: 2,
            lines: [
                say(
                    "« desk sell » seul ouvre la caisse, dans un terminal. En une ligne : desk sell miel-500 2 carte-postale 3 --cash 20",
                    "“desk sell” by itself opens the till, in a terminal. In one line: desk sell honey-500 2 postcard 3 --cash 20"
                )
            ])
    }
}
