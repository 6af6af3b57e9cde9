/// The line that counsellors type, read: `34 2+2 famille rando`.
///
/// Tokens come in any order, in either case, with or without accents. Reading never throws: what is wrong stands in `problems`, each with
/// the token it is about, and nothing may be recorded while there is one.
public struct DeskLine: Hashable, Sendable {
    /// What a line is read with.
    public struct Context: Sendable {
        /// The office's words.
        public var vocabulary: Vocabulary { didSet { words = WordIndex(vocabulary) } }
        /// The office's clock.
        public var clock: OfficeClock
        /// What time it is.
        public var now: Instant
        /// The office's words as they are looked up.
        private(set) var words: WordIndex

        /// A context out of its parts.
        public init(vocabulary: Vocabulary, clock: OfficeClock, now: Instant) {
            self.vocabulary = vocabulary
            self.clock = clock
            self.now = now
            words = WordIndex(vocabulary)
        }
    }

    /// A word of the line and what it was taken for.
    public struct Token: Hashable, Sendable {
        /// As typed.
        public var text: String
        /// Where in the line, in UTF-8 bytes.
        public var bytes: Range<Int>
        /// What it means; nil when it has a problem.
        public var meaning: Meaning?

        /// What a token says.
        public struct Meaning: Hashable, Sendable {
            /// The field it fills.
            public var field: Field
            /// In French.
            public var fr: String
            /// In English.
            public var en: String
        }
    }

    /// What a token can be about.
    public enum Field: String, Sendable, CaseIterable, Codable {
        case party, origin, profile, topic, channel, language, stay
        case firstVisit = "first_visit"
        case duration, outcome, when
    }

    /// Why a line can't be recorded.
    public struct Problem: Hashable, Sendable {
        /// The position in `tokens` it is about; nil when it is about the line.
        public var token: Int?
        /// What is wrong and what was perhaps meant.
        public var refusal: Refusal
        /// What could stand there instead, best first.
        public var suggestions: [String]
    }

    /// The line's words, in order.
    public let tokens: [Token]
    /// What it says; what has a problem is left out.
    public let contact: Contact
    /// When it happened: what `@…` says, else the context's `now`.
    public let at: Instant
    /// Whether the line says when.
    public let saysWhen: Bool
    /// Why it can't be recorded; empty when it can.
    public let problems: [Problem]

    private init(tokens: [Token], contact: Contact, at: Instant, saysWhen: Bool, problems: [Problem]) {
        self.tokens = tokens
        self.contact = contact
        self.at = at
        self.saysWhen = saysWhen
        self.problems = problems
    }
}

extension DeskLine {
    /// The most bytes of a line: more is a slip, or isn't typed.
    public static let byteLimit = 500

    /// Reads a line.
    public init(reading text: String, in context: Context) {
        guard text.utf8.count <= Self.byteLimit else {
            self.init(refused: .longLine(text.utf8.count), now: context.now)
            return
        }
        let reader = LineReader(context)
        let readings = reader.read(text)
        guard !readings.isEmpty else {
            self.init(refused: .emptyLine, now: context.now)
            return
        }
        var tokens: [Token] = []
        var problems: [Problem] = []
        var assembly = LineAssembly()
        for (position, reading) in readings.enumerated() {
            var token = Token(text: String(reading.piece.text), bytes: reading.piece.bytes, meaning: nil)
            do throws(LineRefusal) {
                switch reading.outcome {
                case .refused(let refusal): throw refusal
                case .says(let value):
                    try assembly.add(value, reading.piece)
                    token.meaning = reader.meaning(value)
                }
            } catch {
                problems.append(Problem(token: position, refusal: error.refusal, suggestions: error.suggestions))
            }
            tokens.append(token)
        }
        self.init(
            tokens: tokens, contact: assembly.finished(), at: assembly.moment ?? context.now,
            saysWhen: assembly.moment != nil, problems: problems)
    }

    private init(refused: LineRefusal, now: Instant) {
        let problem = Problem(token: nil, refusal: refused.refusal, suggestions: refused.suggestions)
        self.init(tokens: [], contact: Contact(), at: now, saysWhen: false, problems: [problem])
    }

    /// The line in words: `Hérault · 2 adultes, 2 enfants · famille · randonnée, caveaux`.
    public static func words(
        _ contact: Contact, at: Instant?, vocabulary: Vocabulary, clock: OfficeClock, now: Instant,
        in language: MessageLanguage
    ) -> String {
        LineWords(
            names: LineNames(vocabulary: vocabulary), moments: LineMoments(clock: clock, now: now), language: language
        ).words(contact, at: at)
    }

    /// The shortest usual line that reads back as this contact; `at` is written when it isn't nil, to the minute.
    public static func line(_ contact: Contact, at: Instant?, vocabulary: Vocabulary, clock: OfficeClock, now: Instant)
        -> String
    { LineFormatter(vocabulary: vocabulary).line(contact, at: at, moments: LineMoments(clock: clock, now: now)) }

    /// What may be typed at the end of `text`, with its meaning, likeliest first.
    public static func completions(of text: String, in context: Context) -> [Completion] {
        guard text.utf8.count <= byteLimit else { return [] }
        return LineCompletions(reader: LineReader(context)).completions(of: text)
    }

    /// A word that may be typed.
    public struct Completion: Hashable, Sendable {
        /// The whole word, which takes the place of what is typed of it.
        public var word: String
        /// What it says.
        public var meaning: Token.Meaning
    }
}
