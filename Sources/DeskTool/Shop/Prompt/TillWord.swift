import Reception
import Terminal

/// What can be typed at the till's prompt that isn't a product.
enum TillWord: Hashable {
    case pay(Payment.Method)
    case discount, remove, park, resume, print, cancel, help, quit

    static let all =
        Payment.Method.allCases.map { TillWord.pay($0) } + [
            .discount, .remove, .park, .resume, .print, .cancel, .help, .quit,
        ]

    /// What the first word of a line asks for; nil when it is a product.
    init?(_ word: String) {
        let typed = Vocabulary.comparable(word).replacing(" ", with: "-")
        let found = Self.all.first { $0.spellings.contains(typed) || $0.spellings.contains(word) }
        guard let found else { return nil }
        self = found
    }

    /// What it is typed as: French, English, and shorter.
    var spellings: [String] {
        switch self {
        case .pay(let method): PaymentWords.spellings(method)
        case .discount: ["remise", "discount"]
        case .remove: ["retirer", "remove", "-"]
        case .park: ["attente", "park"]
        case .resume: ["reprendre", "resume"]
        case .print: ["imprimer", "print"]
        case .cancel: ["annuler", "cancel"]
        case .help: ["aide", "help", "?"]
        case .quit: ["quitter", "quit", "exit"]
        }
    }

    /// The usual spelling, in whoever's language.
    var word: String { say(spellings[0], spellings[1]) }

    /// What it does.
    var meaning: String {
        switch self {
        case .pay(.cash):
            say(
                "20 € en espèces : « especes 20 » ; seul, le compte juste",
                "€20 in cash: “cash 20”; alone, the exact amount")
        case .pay(let method):
            say(
                "paie par \(PaymentWords.name(method)) ; seul, tout le reste",
                "pays by \(PaymentWords.name(method)); alone, all the rest")
        case .discount:
            say(
                "« remise 10% fidèle », « remise miel-500 2.00 pot fêlé »",
                "“discount 10% regular”, “discount honey-500 2.00 cracked pot”")
        case .remove: say("« retirer miel-500 » : l'enlève du panier", "“remove honey-500”: takes it out of the basket")
        case .park: say("« attente chapeau » : met le panier de côté", "“park hat”: puts the basket aside")
        case .resume: say("reprend un panier mis de côté", "takes back a basket that was put aside")
        case .print: say("imprime le reçu du dernier ticket", "prints the last ticket's receipt")
        case .cancel: say("quitte sans rien vendre (Échap aussi)", "leaves and sells nothing (so does Esc)")
        case .help: say("cette aide", "this help")
        case .quit: say("ferme la caisse (Ctrl-D aussi)", "closes the till (so does Ctrl-D)")
        }
    }
}
