import ArgumentParser
import Terminal

/// The words of a line as the shell handed them over.
enum LineWords {
    /// The words, when none of them is an option misspelt: the line's own words may begin with one dash (`-1` is refused by the
    /// grammar, in its words), never with two.
    static func checked(_ words: [String]) throws -> [String] {
        let beforeTerminator = words.prefix { $0 != "--" }
        if let option = beforeTerminator.first(where: { $0.hasPrefix("--") }) {
            throw ValidationError(
                say(
                    "\(option) n'est pas une option de cette commande.", "\(option) isn't an option of this command."))
        }
        return Array(beforeTerminator + words.dropFirst(beforeTerminator.count + 1))
    }

    static func missing(for command: String) -> ValidationError {
        ValidationError(
            say(
                "Il manque la ligne : qui est venu et pour quoi. Par exemple : \(command) 34 2+2 famille rando",
                "The line is missing: who came and what for. For example: \(command) 34 2+2 famille rando"))
    }
}
