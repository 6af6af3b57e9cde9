/// What the parser says of a command line, in French. It has no error codes to tell its messages apart, only their English: what isn't
/// known here stays in English.
enum ParserWords {
    static func french(_ english: String) -> String {
        for message in messages {
            guard let values = values(of: english, in: message.english) else { continue }
            let pieces = message.french.split(separator: "%", omittingEmptySubsequences: false)
            return zip(pieces, values.map(unquoted) + [""]).map { $0 + $1 }.joined()
        }
        return english
    }

    /// What the parser adds of its own to completion scripts and descriptions of commands.
    static func inFrench(_ text: String) -> String {
        additions.reduce(text) { $0.replacing($1.english, with: $1.french) }
    }

    private static let additions: [(english: String, french: String)] = [
        ("Show the version.", "Montre la version."),
        ("Show help information.", "Montre l’aide."),
        ("Show subcommand help information.", "Montre l’aide d’une commande."),
    ]

    /// Each `%` is a value; the same ones in the same order in both languages.
    private static let messages: [(english: String, french: String)] = [
        ("Unknown option '%'. Did you mean '%'?", "L'option « % » n'existe pas. Vouliez-vous dire « % » ?"),
        ("Unknown option '%'", "L'option « % » n'existe pas."),
        ("Missing value for '%'", "Il manque une valeur après « % »."),
        ("Missing expected argument '%'", "Il manque « % »."),
        ("Missing one of: '%'", "Il manque l'un de ceux-ci : « % »."),
        ("Missing required subcommand.", "Il manque une commande."),
        ("Unexpected argument '%'", "« % » est de trop."),
        ("% unexpected arguments: '%'", "% mots sont de trop : « % »."),
        (
            "Value to be set with flag '%' had already been set with flag '%'",
            "« % » et « % » ne vont pas ensemble : gardez l'un des deux."
        ),
        (
            "The option '%' does not take any value, but '%' was specified.",
            "L'option « % » ne prend pas de valeur, et « % » la suit."
        ),
        (
            "The value '%' is invalid for '%'. Please provide one of the following:\n%",
            "« % » ne convient pas pour « % ». Au choix :\n%"
        ),
        (
            "The value '%' is invalid for '%'. Please provide one of %.",
            "« % » ne convient pas pour « % ». Au choix : %."
        ),
        ("The value '%' is invalid for '%': %", "« % » ne convient pas pour « % » : %"),
        ("The value '%' is invalid for '%'", "« % » ne convient pas pour « % »."),
    ]

    /// `a', 'b` and `'a', 'b' or 'c'` as French lists.
    private static func unquoted(_ value: String) -> String {
        guard value.hasPrefix("'") else { return value.replacing("', '", with: " », « ") }
        return value.replacing("' or '", with: " ou ").replacing("' and '", with: " ou ").filter { $0 != "'" }
    }

    /// The text that stands where a message has `%`; nil when it is another message.
    private static func values(of text: String, in message: String) -> [String]? {
        var pieces = message.split(separator: "%", omittingEmptySubsequences: false)
        let (first, last) = (pieces.removeFirst(), pieces.popLast())
        guard let last else { return text == first ? [] : nil }
        guard text.hasPrefix(first), text.hasSuffix(last), text.count >= first.count + last.count else { return nil }
        var rest = text.dropFirst(first.count).dropLast(last.count)
        var values: [String] = []
        for piece in pieces {
            guard let found = rest.firstRange(of: piece) else { return nil }
            values.append(String(rest[..<found.lowerBound]))
            rest = rest[found.upperBound...]
        }
        return values + [String(rest)]
    }
}
