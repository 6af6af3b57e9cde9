import Reception
import Terminal

/// Notes and coins, counted one by one.
struct CashPieces {
    /// How many of each, by its value in cents.
    let numbers: [Int: Int]

    /// What they come to.
    var total: Money { Money(cents: numbers.reduce(0) { $0 + $1.key * $1.value }) }

    /// The notes and coins of the euro, in cents.
    private static let euro = [50_000, 20_000, 10_000, 5_000, 2_000, 1_000, 500, 200, 100, 50, 20, 10, 5, 2, 1]

    /// `50x2 20x5 0.50x7`. Throws the word that isn't so.
    init(_ typed: String, setting: TillSetting) throws {
        var numbers: [Int: Int] = [:]
        for word in typed.split(whereSeparator: \.isWhitespace) {
            let parts = word.split(omittingEmptySubsequences: false) { "xX×*".contains($0) }
            guard parts.count == 2, let value = Money(typed: String(parts[0]), currency: setting.currency),
                let number = Self.number(parts[1]), setting.currency != "EUR" || Self.euro.contains(value.cents),
                value > .zero
            else {
                throw Refused.byPerson(
                    say(
                        "« \(word) » n'est pas un nombre de billets ou de pièces : écrivez la valeur, x, le nombre, par exemple 0.50x7. Rien n'a été enregistré.",
                        "“\(word)” isn't a number of notes or coins: write the value, x, the number, for example 0.50x7. Nothing was recorded."
                    ))
            }
            numbers[value.cents, default: 0] += number
        }
        self.numbers = numbers
    }

    private init(numbers: [Int: Int]) { self.numbers = numbers }

    /// Asks for each note and coin; nil when whoever is asked goes away.
    static func asked(_ words: TillWords) -> CashPieces? {
        var numbers: [Int: Int] = [:]
        tell(
            say(
                "Combien de chaque ? Entrée : aucun. Ctrl-D : ne rien enregistrer.",
                "How many of each? Enter: none. Ctrl-D: record nothing."))
        for value in euro {
            let name = words.amount(Money(cents: value))
            while true {
                let question = String(repeating: " ", count: max(0, 9 - name.count)) + name + " × "
                guard let line = askLine(question)?.filter({ !$0.isWhitespace }) else { return nil }
                if line.isEmpty { break }
                if let number = number(line[...]) {
                    numbers[value] = number
                    break
                }
                tell(say("« \(line) » n'est pas un nombre.", "“\(line)” isn't a number."))
            }
        }
        return CashPieces(numbers: numbers)
    }

    private static func number(_ text: Substring) -> Int? {
        1...5 ~= text.utf8.count && text.utf8.allSatisfy { 48...57 ~= $0 } ? Int(text) : nil
    }
}
