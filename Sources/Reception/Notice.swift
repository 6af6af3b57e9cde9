/// Something the office announces on its screens until a moment it names. A value of this type is always a valid one.
///
/// Notices are facts: one is never changed. Another wording, or an earlier end, is a notice that supersedes it.
public struct Notice: Hashable, Sendable {
    /// How grave it is. An alert takes the whole screen between two visitors.
    public enum Level: String, Sendable, CaseIterable {
        case info, warning, alert
    }

    /// What it is about, where one of these fits; screens name it in their own language.
    public enum Hazard: String, Sendable, CaseIterable {
        case flood, fire, heat, storm, closure
    }

    /// Born where it was written.
    public let id: FactID
    /// How grave it is.
    public let level: Level
    /// What it is about.
    public let hazard: Hazard?
    /// At least one: 1–300 characters without control characters, no white space around them.
    public let texts: [Language: String]
    /// The places concerned, by slug, each once, in the order given; none: everywhere.
    public let places: [String]
    /// From when it is shown.
    public let startsAt: Instant
    /// Until when, not included; the same as `startsAt` when it was withdrawn before it began.
    public let endsAt: Instant
    /// When it was written.
    public let at: Instant
    /// The notice it takes the place of.
    public let supersedes: FactID?

    /// The longest text, in characters: what a banner holds in type that is read at arm's length.
    public static let textLimit = 300
    /// The most places.
    public static let placeLimit = 50
    /// The longest a notice may run from when it is written, in days: later is a slip of the fingers.
    public static let daysLimit = 366

    /// A notice out of its parts, checked.
    ///
    /// - `startsAt`: `at` when nil.
    /// - Throws: `notice_text_invalid`, `notice_places_invalid`, `notice_period_invalid` (the end isn't after the start and
    ///   after `at`, or is over a year away).
    public init(
        id: FactID, level: Level = .info, hazard: Hazard? = nil, texts: [Language: String], places: [String] = [],
        startsAt: Instant? = nil, endsAt: Instant, at: Instant, supersedes: FactID? = nil
    ) throws(Refusal) {
        self.id = id
        self.level = level
        self.hazard = hazard
        guard !texts.isEmpty else { throw .noNoticeText }
        for (language, text) in texts { try Self.check(text, language) }
        self.texts = texts
        guard places.count <= Self.placeLimit, Set(places).count == places.count else { throw .tooManyPlaces }
        for place in places where !Names.isSlug(place) { throw .noSlug(place) }
        self.places = places
        self.startsAt = startsAt ?? at
        guard endsAt > at, endsAt > self.startsAt else { throw .endsBeforeItStarts }
        guard endsAt <= at.advanced(byMilliseconds: Int64(Self.daysLimit) * Instant.millisecondsPerDay) else {
            throw .endsTooLate
        }
        self.endsAt = endsAt
        self.at = at
        self.supersedes = supersedes
    }

    /// The notice that ends this one at once.
    ///
    /// Throws `notice_is_over` when it had ended by itself.
    public func ended(at: Instant, id: FactID) throws(Refusal) -> Notice {
        guard endsAt > at else { throw .noticeIsOver }
        return Notice(
            stored: id, level: level, hazard: hazard, texts: texts, places: places, startsAt: startsAt,
            endsAt: max(startsAt, at), at: at, supersedes: self.id)
    }

    /// A notice as it was kept: it was checked when it was written.
    public init(
        stored id: FactID, level: Level, hazard: Hazard?, texts: [Language: String], places: [String],
        startsAt: Instant, endsAt: Instant, at: Instant, supersedes: FactID?
    ) {
        self.id = id
        self.level = level
        self.hazard = hazard
        self.texts = texts
        self.places = places
        self.startsAt = startsAt
        self.endsAt = endsAt
        self.at = at
        self.supersedes = supersedes
    }

    /// Whether it is shown at `instant`, if nothing supersedes it.
    public func isShown(at instant: Instant) -> Bool { startsAt <= instant && instant < endsAt }

    private static func check(_ text: String, _ language: Language) throws(Refusal) {
        guard text.unicodeScalars.contains(where: { !$0.properties.isWhitespace }) else { throw .noNoticeText }
        guard text.count <= textLimit else { throw .noticeTextTooLong(text.count, language) }
        guard !text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }),
            text.unicodeScalars.first?.properties.isWhitespace == false,
            text.unicodeScalars.last?.properties.isWhitespace == false
        else { throw .noticeTextNotOneLine(language) }
    }
}

extension Notice: Comparable {
    /// The order in which screens show them: the gravest first, then the newest.
    public static func < (one: Notice, other: Notice) -> Bool {
        one.level == other.level ? (one.at, one.id) > (other.at, other.id) : one.level.gravity > other.level.gravity
    }
}

extension Notice.Level {
    fileprivate var gravity: Int {
        switch self {
        case .info: 0
        case .warning: 1
        case .alert: 2
        }
    }
}

extension Refusal {
    fileprivate static var noNoticeText: Refusal {
        Refusal(
            .noticeTextInvalid, fr: ("L'avis n'a pas de texte.", "Écrivez ce que les visiteurs doivent lire."),
            en: ("The notice has no text.", "Write what visitors should read."))
    }

    fileprivate static func noticeTextTooLong(_ length: Int, _ language: Language) -> Refusal {
        Refusal(
            .noticeTextInvalid,
            fr: (
                "Le texte « \(language) » compte \(length) signes.",
                "\(Notice.textLimit) au plus : dites l'essentiel, le reste est au comptoir."
            ),
            en: (
                "The text in \"\(language)\" has \(length) characters.",
                "At most \(Notice.textLimit): say what matters, the desk tells the rest."
            ))
    }

    fileprivate static func noticeTextNotOneLine(_ language: Language) -> Refusal {
        Refusal(
            .noticeTextInvalid,
            fr: (
                "Le texte « \(language) » a un saut de ligne, ou des blancs au bord.",
                "Écrivez-le sur une ligne, sans blanc avant ni après."
            ),
            en: (
                "The text in \"\(language)\" has a line break, or white space around it.",
                "Write it on one line, without white space before or after."
            ))
    }

    fileprivate static var tooManyPlaces: Refusal {
        Refusal(
            .noticePlacesInvalid,
            fr: (
                "Plus de \(Notice.placeLimit) lieux, ou deux fois le même.",
                "Nommez chacun une fois ; sans lieu, l'avis vaut partout."
            ),
            en: (
                "More than \(Notice.placeLimit) places, or one of them twice.",
                "Name each once; without a place, the notice is for everywhere."
            ))
    }

    fileprivate static func noSlug(_ text: String) -> Refusal {
        Refusal(
            .noticePlacesInvalid,
            fr: (
                "\(text.quotedForMessage) n'est pas le nom d'un dossier de lieu.",
                "Écrivez-le comme dans content/places, par exemple pont-romain."
            ),
            en: (
                "\(text.quotedForMessage) isn't the name of a place's folder.",
                "Write it as in content/places, for instance pont-romain."
            ))
    }

    fileprivate static var endsBeforeItStarts: Refusal {
        Refusal(
            .noticePeriodInvalid,
            fr: (
                "L'avis finirait avant d'être montré.", "Donnez une fin qui vient après maintenant et après son début."
            ),
            en: ("The notice would end before it is shown.", "Give an end that is after now and after its start."))
    }

    fileprivate static var endsTooLate: Refusal {
        Refusal(
            .noticePeriodInvalid,
            fr: ("L'avis durerait plus d'un an.", "Vérifiez l'année de la fin."),
            en: ("The notice would last more than a year.", "Check the year of its end."))
    }

    fileprivate static var noticeIsOver: Refusal {
        Refusal(
            .noticeIsOver, fr: ("Cet avis est déjà fini.", "Il n'y a rien à faire."),
            en: ("This notice is over already.", "There is nothing to do."))
    }
}
