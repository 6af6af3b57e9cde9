/// One thing a visitor did on a screen. A value of this type is always a valid one.
public struct Interaction: Hashable, Sendable {
    /// What was done.
    public enum Kind: String, Sendable, CaseIterable {
        case sessionStart = "session-start"
        case sessionEnd = "session-end"
        case language, theme, filter, search, place, map, nearby
        case trackDownload = "track-download"
        case takeAway = "take-away"
        case scan, basket, print, feedback
    }

    /// What a kind may say beside itself: the filter chosen, the number of results, the face touched…
    public enum Value: Hashable, Sendable {
        case text(String)
        case number(Double)
        case flag(Bool)
    }

    /// Born on the screen; the same id again is the same interaction.
    public let id: FactID
    /// When, by the screen's clock as corrected by `Skew`.
    public let at: Instant
    /// The touch session: a random id that ends with it.
    public let session: String
    /// The interaction's place in its session, 0 to 2^31.
    public let seq: Int
    /// The screen, by the code the office gave it.
    public let screen: String
    /// What was done.
    public let kind: Kind
    /// The place it was about, by its slug.
    public let place: String?
    /// The theme it was about, by its slug.
    public let theme: String?
    /// The language shown, ISO 639-1.
    public let lang: String
    /// `value` as it is stored: text, a number's shortest form (`4`, `0.5`), `true` or `false`.
    public let value: String?
    /// Of a search, what was typed. Never recorded with the interaction: it is counted apart, without its session.
    public let term: SearchTerm?
    /// How many milliseconds the screen's clock was behind the server's, when `at` was corrected by it.
    public let skew: Int64?

    /// An interaction out of its parts, checked.
    ///
    /// - `session`, `screen`: 1–64 of `A–Z a–z 0–9 . _ -`; `place`, `theme`: 1–80 of `a–z 0–9 -`.
    /// - `value`: a text of at most 200 characters without control characters, a finite number, or a flag.
    ///   `search` keeps numbers and flags only: what was typed may be personal. `feedback` needs 1 to 4.
    /// - `term`: of a search, what was typed; one that may be about a person, or that no search is made of, is left out.
    /// - `clock`: what is known of the screen's clock; corrects `at`.
    ///
    /// Throws the `Refusal` of the first rule broken.
    public init(
        id: FactID, at: Instant, session: String, seq: Int, screen: String, kind: Kind, place: String? = nil,
        theme: String? = nil, lang: String, value: Value? = nil, term: String? = nil, clock: ScreenClock
    ) throws(Refusal) {
        self.id = id
        (self.at, skew) = try clock.correct(at)
        guard Names.isCode(session) else { throw .invalidCode(.sessionInvalid, "session", session) }
        self.session = session
        guard 0...Self.lastSeq ~= seq else {
            throw Refusal(
                .seqInvalid, "seq is \(seq).", hint: "Count a session's events from 0; 2147483648 is the last.")
        }
        self.seq = seq
        guard Names.isCode(screen) else { throw .invalidCode(.screenInvalid, "screen", screen) }
        self.screen = screen
        self.kind = kind
        if let place, !Names.isSlug(place) { throw .invalidSlug(.placeInvalid, "place", place) }
        self.place = place
        if let theme, !Names.isSlug(theme) { throw .invalidSlug(.themeInvalid, "theme", theme) }
        self.theme = theme
        guard Language.isKnown(lang) else {
            throw Refusal(
                .langInvalid, "lang \(lang.quotedForMessage) is not an ISO 639-1 code.",
                hint: "Send the two lower-case letters of the language shown, such as fr or en.")
        }
        self.lang = lang
        self.value = try value?.stored(for: kind)
        self.term = kind == .search ? term.flatMap { SearchTerm(typed: $0) } : nil
        guard kind != .feedback || self.value != nil else { throw .feedbackOutOfRange }
    }

    static let lastSeq = 1 << 31

    /// What phones say for their screen, which none of the office's is.
    public static let phone = "phone"
}

extension Interaction.Value {
    fileprivate func stored(for kind: Interaction.Kind) throws(Refusal) -> String? {
        let stored: String
        switch self {
        case .text(let text):
            guard kind != .search else { return nil }
            guard text.unicodeScalars.count <= 200, !text.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }) else {
                throw Refusal(
                    .valueInvalid, "value is longer than 200 characters, or has control characters.",
                    hint: "Send a short code, a number or a flag.")
            }
            stored = text
        case .number(let number):
            guard number.isFinite else {
                throw Refusal(.valueInvalid, "value is not a finite number.", hint: "Send a finite number.")
            }
            // 2^53: beyond it a Double no longer counts in ones.
            stored =
                abs(number) < 9_007_199_254_740_992 && number == number.rounded()
                ? String(Int64(number)) : String(number)
        case .flag(let flag):
            stored = flag ? "true" : "false"
        }
        guard kind != .feedback || ["1", "2", "3", "4"].contains(stored) else { throw .feedbackOutOfRange }
        return stored
    }
}

extension Refusal {
    fileprivate static var feedbackOutOfRange: Refusal {
        Refusal(
            .valueInvalid, "feedback without a value from 1 to 4.",
            hint: "Send the face touched: 1 (unhappy) to 4 (happy).")
    }

    fileprivate static func invalidCode(_ code: Code, _ field: String, _ text: String) -> Refusal {
        Refusal(
            code, "\(field) \(text.quotedForMessage) is not 1 to 64 of A-Z a-z 0-9 . _ -",
            hint: "Send the code as it was given out, without spaces or accents.")
    }

    fileprivate static func invalidSlug(_ code: Code, _ field: String, _ text: String) -> Refusal {
        Refusal(
            code, "\(field) \(text.quotedForMessage) is not 1 to 80 of a-z 0-9 -",
            hint: "Send the id as the catalogue gives it, or leave \(field) out.")
    }
}

extension String {
    /// Short enough for a message, and without what could break a line of it.
    var quotedForMessage: String { "\"\(shortForMessage)\"" }

    /// The same, between French quotes.
    var quotedInFrench: String { "« \(shortForMessage) »" }

    /// The same, between English ones.
    var quotedInEnglish: String { "“\(shortForMessage)”" }

    private var shortForMessage: String {
        let shown = unicodeScalars.prefix(40).map { $0.properties.isWhitespace || $0.value < 0x20 ? " " : $0 }
        return String(String.UnicodeScalarView(shown)) + (unicodeScalars.count > 40 ? "…" : "")
    }
}
