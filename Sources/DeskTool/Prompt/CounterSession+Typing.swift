import LineEditor
import Reception
import Terminal

/// What is shown of a line before it is entered.
extension CounterSession {
    /// What stands below the line being typed: its reading in two rows, and what was recorded last.
    func panel(_ text: String) -> [Row] {
        if isRead, text.isEmpty { return [] }
        return (reading(of: text) + [Row(""), Row("")]).prefix(2) + view.last
    }

    /// What Tab makes of the text before the cursor: the one word that fits, what the words that fit have in common, or their list.
    func complete(_ before: String) -> LineEditor.Completed {
        let begun = before.wordBegun
        let words = candidates(before)
        guard let first = words.first else { return .init() }
        if words.count == 1 {
            return .init(deleted: begun.unicodeScalars.count, inserted: first.word + " ")
        }
        let common = words.dropFirst().reduce(first.word) { $0.commonPrefix(with: $1.word) }
        guard common.count > begun.count else { return .init(shown: Self.list(words, limit: Self.shown)) }
        return .init(
            deleted: begun.unicodeScalars.count, inserted: common, shown: Self.list(words, limit: Self.shown))
    }

    /// `mots ran`: the same for those who have no Tab.
    func words(beginningWith begun: String, _ tell: (Row) -> Void) {
        let words = DeskLine.completions(of: begun, in: view.context(now()))
        if words.isEmpty {
            tell(Row(say("Aucun mot ne commence par « \(begun) ».", "No word begins with “\(begun)”.")))
        }
        for row in Self.list(words.map { Candidate($0) }, limit: Self.told) { tell(row) }
    }

    private func reading(of text: String) -> [Row] {
        if text.allSatisfy(\.isWhitespace) { return [Row(invitation, .faint)] }
        if case .closedDay = asking { return [] }
        if let word = PromptWord(text.split(separator: " ").joined(separator: " ")) {
            return [Row("\(word.word)\(say(" : ", ": "))\(word.meaning)", .faint)]
        }
        let context = view.context(now())
        let line = DeskLine(reading: text, in: context)
        return [Row(line.words(in: context)), remark(on: line, text)]
    }

    /// What the word being typed may become; what is wrong with those before it.
    private func remark(on line: DeskLine, _ text: String) -> Row {
        guard let problem = line.problems.first, text != refused else { return Row("") }
        let begun = text.wordBegun
        if let token = problem.token, token == line.tokens.count - 1, !begun.isEmpty {
            let words = candidates(text)
            if !words.isEmpty {
                return Row("\(begun)… " + words.prefix(6).map(\.brief).joined(separator: " · "), .faint)
            }
        }
        return Row(LineToMend.sentence(problem), .warning)
    }

    private var invitation: String {
        switch asking {
        case .visit:
            say(
                "Une visite, par exemple : 34 2+2 famille · Tab complète · ? aide",
                "A visit, for example: 34 2+2 family · Tab completes · ? helps")
        case .amendment: say("Entrée sans rien la laisse comme elle est", "Enter on nothing leaves it as it is")
        case .closedDay: ""
        }
    }

    /// A word that may come, with what it does.
    private struct Candidate {
        let word: String
        let meaning: String

        init(_ completion: DeskLine.Completion) {
            word = completion.word
            meaning = say(completion.meaning.fr, completion.meaning.en)
        }

        init(_ command: PromptWord) {
            word = command.word
            meaning = command.meaning
        }

        var brief: String { word == meaning ? word : "\(word) (\(meaning))" }
    }

    /// The line's words; the prompt's own too where nothing stands before them.
    private func candidates(_ text: String) -> [Candidate] {
        var words = DeskLine.completions(of: text, in: view.context(now())).map { Candidate($0) }
        let begun = text.wordBegun.lowercased()
        if case .visit = asking, text.drop(while: \.isWhitespace).count == begun.count {
            words += PromptWord.allCases.filter { $0.word.hasPrefix(begun) }.map { Candidate($0) }
        }
        return words
    }

    private static func list(_ words: [Candidate], limit: Int) -> [Row] {
        let shown = words.prefix(words.count > limit ? limit - 1 : limit)
        let width = shown.map { TextWidth.of($0.word) }.max() ?? 0
        let rows = shown.map { word in
            let padding = String(repeating: " ", count: width - TextWidth.of(word.word) + 2)
            return Row("  \(word.word)\(padding)\(word.meaning)", .faint)
        }
        guard shown.count < words.count else { return rows }
        return rows + [
            Row(say("  … et d'autres : tapez une lettre de plus", "  … and others: type one more letter"), .faint)
        ]
    }

    /// How many words Tab lists, and `mots`.
    private static var shown: Int { 14 }
    private static var told: Int { 60 }
}

extension String {
    /// What is typed of the last word.
    fileprivate var wordBegun: String {
        String(self[(lastIndex(where: \.isWhitespace).map(index(after:)) ?? startIndex)...])
    }

    fileprivate func commonPrefix(with other: String) -> String {
        String(zip(self, other).prefix { $0 == $1 }.map(\.0))
    }
}

extension DeskLine {
    /// What was understood: `Hérault · 2 adultes, 2 enfants · famille`.
    func words(in context: Context) -> String {
        Self.words(
            contact, at: saysWhen ? at : nil, vocabulary: context.vocabulary, clock: context.clock, now: context.now,
            in: speech)
    }
}
