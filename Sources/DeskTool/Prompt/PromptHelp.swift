import LineEditor
import Terminal

/// The help of the prompt: one screen of 80 × 24.
enum PromptHelp {
    static func rows(canEdit: Bool) -> [Row] {
        let keys =
            canEdit
            ? say(
                "Tab complète un mot et dit son sens · ↑ et Ctrl-R : lignes déjà tapées",
                "Tab completes a word and says its meaning · ↑ and Ctrl-R: lines typed before")
            : say(
                "À corriger : la ligne entière à nouveau, ou seulement mauvais=bon.",
                "To mend a line: type it again, or only wrong=right.")
        let text = [
            say(
                "Une visite, en mots, dans n'importe quel ordre, puis Entrée :",
                "A visit, in words, in any order, then Enter:"),
            say(
                "  34 2+2 famille rando     Hérault · 2 adultes, 2 enfants · famille · randonnée",
                "  34 2+2 family hiking     Hérault · 2 adults, 2 children · family · hiking"),
            say(
                "  nl 2 couple vv en:       Pays-Bas · 2 adultes · couple · voie verte · anglais",
                "  nl 2 couple vv en:       Netherlands · 2 adults · couple · greenway · English"),
            say(
                "  tel be ? heb @14:30      téléphone · Belgique · nombre inconnu · 14 h 30",
                "  phone be ? lodging @14:30   phone · Belgium · number unknown · 14:30"),
            "",
            say(
                "  qui       2   2+2   2a1e   g25 (groupe)   ? (on ne sait pas)",
                "  who       2   2+2   2a1e   g25 (a group)   ? (nobody knows)"),
            say(
                "  d'où      34   30250   nl   allemagne   resident",
                "  from      34   30250   nl   germany   resident"),
            say(
                "  quand     @14:30   @hier   @hier-14:30   @2026-07-14T10:05",
                "  when      @14:30   @yesterday   @yesterday-14:30   @2026-07-14T10:05"),
            say(
                "  et aussi  tel   mail   salon   nuit   journee   1ere   deja   10min",
                "  also      phone   mail   fair   night   day   first   returning   10min"),
            "",
        ]
        let words = PromptWord.allCases.map { word in
            let padding = String(repeating: " ", count: max(1, 14 - word.word.count))
            return "  \(word.word)\(padding)\(word.meaning)"
        }
        let end = [
            "", keys,
            say(
                "Entrée sur une ligne vide n'enregistre rien · Ctrl-C efface la ligne",
                "Enter on an empty line records nothing · Ctrl-C clears the line"),
        ]
        return (text + words + end).map { Row($0) }
    }
}
