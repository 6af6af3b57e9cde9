import Terminal

/// What can be typed at the prompt that isn't a visit. Each word stands alone on its line.
enum PromptWord: CaseIterable {
    case undo, modify, list, today, words, help, quit

    /// What a line asks for; nil when it is a visit. What follows the word is for `words` only.
    init?(_ line: String) {
        let typed = line.lowercased().replacing("’", with: "'")
        let first = typed.prefix { $0 != " " }
        guard let word = Self.allCases.first(where: { $0.spellings.contains(String(first)) }) else { return nil }
        guard word == .words || first.count == typed.count else { return nil }
        self = word
    }

    /// What it is typed as: French, English, and shorter.
    var spellings: [String] {
        switch self {
        case .undo: ["annuler", "undo"]
        case .modify: ["modifier", "modify", "amend"]
        case .list: ["liste", "list"]
        case .today: ["aujourd'hui", "today"]
        case .words: ["mots", "words"]
        case .help: ["aide", "help", "?"]
        case .quit: ["quitter", "quit", "exit"]
        }
    }

    /// The usual spelling, in whoever's language.
    var word: String { say(spellings[0], spellings[1]) }

    /// What it does.
    var meaning: String {
        switch self {
        case .undo: say("annule la dernière saisie de ce comptoir", "undoes the last thing this desk recorded")
        case .modify: say("ramène la dernière visite pour la corriger", "brings the last visit back to be corrected")
        case .list: say("les dernières saisies, avec leur numéro", "what was recorded last, with ids")
        case .today: say("les chiffres du jour", "the figures of the day")
        case .words:
            say(
                "les mots connus ; « mots ran » : ceux qui commencent par ran",
                "the known words; “words ran”: those that begin with ran")
        case .help: say("cette aide", "this help")
        case .quit: say("ferme le comptoir (Ctrl-D aussi)", "closes the counter (so does Ctrl-D)")
        }
    }
}
