import LineEditor
import Reception
import Terminal

/// The counter without its terminal: what a typed line does, and what is said of it.
///
/// The register is opened for each line and let go of: a counter that stays open all day holds nothing that others wait for, sees what they
/// recorded, and outlives a register that goes away for a while.
struct CounterSession {
    /// What follows a line.
    struct Answer: Equatable {
        /// What stands in the prompt, to be edited.
        var text = ""
        /// What the arrows bring back.
        var remembered: String?
        /// Whether the counter closes.
        var ends = false
    }

    /// What the next line is an answer to.
    enum Asking {
        case visit
        /// The line that takes the place of a visit, of which `line` is the present one.
        case amendment(of: KeptFact, line: String)
        /// Whether a line of a day that is noted closed is recorded; it amends a visit or is one.
        case closedDay(line: String, amends: KeptFact?)
    }

    let options: DeskOptions
    /// Whether a line can be given back to be edited where it was typed.
    let canEdit: Bool
    let now: () -> Instant
    var view: CounterView
    var asking = Asking.visit
    /// The line that has just been refused.
    var refused: String?
    /// Whether what was said last is a page to be read: nothing is put below it until something is typed.
    var isRead = false

    /// Opens the counter; throws what keeps it closed.
    init(options: DeskOptions, canEdit: Bool, now: @escaping () -> Instant) throws {
        (self.options, self.canEdit, self.now) = (options, canEdit, now)
        let now = now()
        view = try options.withCounter(now: now) { CounterView($0, now: now) }
    }

    /// What stands before the line being typed.
    var prompt: String {
        switch asking {
        case .visit: options.deskCode + "> "
        case .amendment: say("correction> ", "correction> ")
        case .closedDay: say("oui ou non> ", "yes or no> ")
        }
    }

    /// What stands above the prompt for a new visit. A terminal that can't be drawn on gets here what others have below the line.
    func header(tell: (Row) -> Void) {
        guard case .visit = asking, refused == nil, !isRead else { return }
        if !canEdit {
            for row in view.last.reversed() { tell(Row(row.text)) }
        }
        tell(Row(view.figures, .strong))
    }

    /// Does what a line says.
    mutating func enter(_ typed: String, tell: (Row) -> Void) -> Answer {
        var line = typed.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        line = mended(line) ?? line
        isRead = false
        do {
            if case .closedDay(let line, let amended) = asking {
                return try answer(closedDay: typed, line, amended, tell)
            }
            if line.isEmpty { return try pause(tell) }
            if let word = PromptWord(line) { return try obey(word, line, tell) }
            return try record(line, tell)
        } catch {
            for text in Self.words(of: error) { tell(Row(text, .warning)) }
            return PromptWord(line) == nil ? giveBack(line, tell) : Answer()
        }
    }

    /// Ctrl-C: the line being typed isn't entered, and a correction or a question is dropped.
    mutating func interrupt(_ line: String, tell: (Row) -> Void) {
        switch asking {
        case .visit where line.isEmpty && canEdit:
            tell(Row(say("Ctrl-D ferme le comptoir.", "Ctrl-D closes the counter.")))
        case .visit:
            let again = canEdit ? say(" ↑ la ramène.", " ↑ brings it back.") : ""
            tell(Row(say("Ligne effacée, rien n'est enregistré.", "Line cleared, nothing was recorded.") + again))
        case .amendment: tell(Row(say("Rien n'est changé.", "Nothing was changed.")))
        case .closedDay: tell(Row(say("Rien n'est enregistré.", "Nothing was recorded.")))
        }
        (asking, refused, isRead) = (.visit, nil, false)
    }

    /// Looks again.
    mutating func look(at counter: any Counter, now: Instant) {
        view = CounterView(counter, now: now)
    }

    /// A line that wasn't recorded, to be mended. One that is too long to be one, pasted by mistake, would push all that was said off the screen.
    mutating func giveBack(_ line: String, _ tell: (Row) -> Void) -> Answer {
        guard line.utf8.count <= DeskLine.byteLimit else {
            tell(
                Row(
                    say(
                        "Rien n'est enregistré : la ligne est trop longue pour être corrigée ici.",
                        "Nothing was recorded: the line is too long to be mended here.")))
            return Answer(remembered: line)
        }
        refused = line
        tell(
            Row(
                canEdit
                    ? say("Rien n'est enregistré : corrigez la ligne.", "Nothing was recorded: mend the line.")
                    : say(
                        "Rien n'est enregistré. À corriger : « \(line) ». Tapez la ligne à nouveau, ou seulement mauvais=bon.",
                        "Nothing was recorded. To mend: “\(line)”. Type the line again, or only wrong=right.")))
        return Answer(text: line, remembered: line)
    }

    /// Plain Enter records nothing; it looks at what others did.
    private mutating func pause(_ tell: (Row) -> Void) throws -> Answer {
        if case .amendment = asking { tell(Row(say("Rien n'est changé.", "Nothing was changed."))) }
        asking = .visit
        refused = nil
        let now = now()
        try options.withCounter(now: now) { look(at: $0, now: now) }
        return Answer()
    }

    private mutating func obey(_ word: PromptWord, _ line: String, _ tell: (Row) -> Void) throws -> Answer {
        refused = nil
        isRead = ![.undo, .modify, .quit].contains(word)
        switch word {
        case .undo: return try undo(tell)
        case .modify: return try modify(tell)
        case .list: try list(tell)
        case .today: try today(tell)
        case .words: words(beginningWith: String(line.drop { $0 != " " }.drop { $0 == " " }), tell)
        case .help: for row in PromptHelp.rows(canEdit: canEdit) { tell(row) }
        case .quit: return Answer(ends: true)
        }
        return Answer()
    }

    /// `mauvais=bon`, typed after a line was given back: that line with one word changed, or without it. Nil when it is nothing of the kind.
    private func mended(_ typed: String) -> String? {
        var given = refused
        if given == nil, case .amendment(_, let line) = asking { given = line }
        guard var words = given?.split(separator: " ").map(String.init), let sign = typed.firstIndex(of: "=") else {
            return nil
        }
        guard let at = words.firstIndex(of: String(typed[..<sign])) else { return nil }
        words[at] = String(typed[typed.index(after: sign)...])
        return words.filter { !$0.isEmpty }.joined(separator: " ")
    }

    private static func words(of error: any Error) -> [String] {
        switch error {
        case let refused as Refused: return refused.lines
        case let refusal as Refusal:
            let wording = refusal.wording(in: speech)
            return ["\(wording.message) \(wording.hint)"]
        default: return [say("Rien n'a été enregistré : \(error)", "Nothing was recorded: \(error)")]
        }
    }
}
