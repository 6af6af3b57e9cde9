import Reception

/// The office and its territory: `content/office.yaml`.
public struct Office: Hashable, Sendable {
    /// Its identifier: lower-case letters, digits and hyphens.
    public var code: String
    /// What it is called.
    public var name: Translated
    /// What visitors can choose; the first is the office's own, in which every text exists.
    public var languages: [Language]
    /// IANA name, `Europe/Paris`.
    public var timeZone: String
    /// ISO 4217.
    public var currency: String
    /// Where it is.
    public var position: Position
    /// How to reach it.
    public var contact: Contact?
    /// Where its places are.
    public var territory: Territory
    /// Its screens, as `office.yaml` has them; one that isn't listed stands at the office.
    public var screens: [Screen]
    /// When screens are dimmed; nil: never.
    public var night: Night?
    /// What its counsellors type.
    public var desk: Vocabulary
    /// What its shop sells with.
    public var till: TillSetting
    /// How its statistics are told; school holidays aside, which have a file of their own.
    public var statistics: StatisticsSetting
    /// What it has still to check about itself.
    public var toCheck: [ToCheck]

    /// English, which more visitors from abroad read, then the office's own language, in which every text exists.
    public var fallbacks: [Language] {
        [.english] + languages.prefix(1)
    }
}

/// The land an office speaks for.
public struct Territory: Hashable, Sendable {
    /// What it is called.
    public var name: Translated
    /// Every place is within; a step of a trail may be outside.
    public var bounds: GeographicBounds
    /// Sorted as `office.yaml` has them.
    public var communes: [Commune]
}

/// One of the office's touchscreens or tablets: distances are told from where it stands.
public struct Screen: Hashable, Sendable {
    /// What it is called where things are counted: 1–64 of `A–Z a–z 0–9 . _ -`.
    public var id: String
    /// What people call it.
    public var name: Translated?
    /// Where it stands.
    public var position: Position
}

/// The hours of every day during which nobody looks at the screens; across midnight when `from` is later than `to`.
public struct Night: Hashable, Sendable {
    /// Minutes after midnight, 0…1439.
    public var from: Int
    /// The same, not included; never equal to `from`.
    public var to: Int
}

/// A municipality.
public struct Commune: Hashable, Sendable {
    /// INSEE code, five characters: `30091`, `2A004`.
    public var insee: String
    /// Its name.
    public var name: String
    /// Five digits.
    public var postcode: String
    /// Its chief place.
    public var position: Position
}

/// One way into the catalogue, one for each kind of place: `content/themes.yaml`.
public struct Theme: Hashable, Sendable {
    /// The kind it shows.
    public var kind: PlaceKind
    /// What it is called.
    public var name: Translated
    /// One sentence.
    public var teaser: Translated
    /// A name among Lucide's icons.
    public var icon: String
}

/// A label or an appellation, and what it means: `content/labels.yaml`.
public struct Label: Hashable, Sendable {
    /// What places refer to.
    public var id: String
    /// What it is called.
    public var name: Translated
    /// One line.
    public var meaning: Translated
}
