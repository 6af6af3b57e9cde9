import Reception

/// A text in the languages it was written in; never empty.
public struct Translated: Hashable, Sendable {
    /// One text a language.
    public let texts: [Language: String]
    /// A proper name written once: it needs no translation, and none is missing.
    public let isProperName: Bool

    /// Nil when there is no text at all.
    public init?(_ texts: [Language: String]) {
        guard !texts.isEmpty else { return nil }
        self.texts = texts
        self.isProperName = false
    }

    /// A proper name, the same in all languages; it is marked as being in the office's own.
    public init(properName: String, language: Language) {
        self.texts = [language: properName]
        self.isProperName = true
    }

    /// The text in `language`; failing that, in the first of `fallbacks` that there is; failing that, in the language
    /// that comes first by code, so that the answer is always the same.
    public func text(in language: Language, fallbacks: [Language]) -> LocalizedText {
        for candidate in [language] + fallbacks {
            if let text = texts[candidate] { return LocalizedText(text: text, language: candidate) }
        }
        let first = texts.min { $0.key < $1.key }
        return LocalizedText(text: first?.value ?? "", language: first?.key ?? language)
    }
}

/// A text and the language it is in, which isn't always the one that was asked for.
public struct LocalizedText: Hashable, Sendable {
    /// What is shown.
    public let text: String
    /// For the reader's voice and the page's `lang`.
    public let language: Language
}
