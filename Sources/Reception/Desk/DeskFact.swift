/// Something a counsellor records. Nothing recorded is ever changed: a correction is a new fact that revises the one before.
public struct DeskFact: Hashable, Sendable {
    /// Made where the fact was born, so that a retry counts once.
    public var id: FactID
    /// The fact that this one takes the place of; each is revised at most once, so that a history is a line.
    public var revises: FactID?
    /// Why the fact it revises doesn't count at all any more; the content is then what it was.
    public var voided: String?
    /// When it happened.
    public var at: Instant
    /// How it was entered.
    public var entry: Entry
    /// Which desk recorded it: 1–64 of `A–Z a–z 0–9 . _ -`.
    public var desk: String
    /// Who recorded it, the same way; nil when the desk doesn't say.
    public var counsellor: String?
    /// What it says.
    public var content: Content

    /// A fact out of its parts.
    public init(
        id: FactID, revises: FactID? = nil, voided: String? = nil, at: Instant, entry: Entry = .live, desk: String,
        counsellor: String? = nil, content: Content
    ) {
        self.id = id
        self.revises = revises
        self.voided = voided
        self.at = at
        self.entry = entry
        self.desk = desk
        self.counsellor = counsellor
        self.content = content
    }

    /// How a fact came in: as it happened, later, or from a file.
    public enum Entry: String, Sendable, CaseIterable, Codable {
        case live, late, bulk
    }

    /// What is recorded at a desk.
    public enum Content: Hashable, Sendable {
        case visit(Visit)
        case tally(Tally)
        case door(DoorCount)
        case attendance(Attendance)
        case opening(OpeningHours)
        case annotation(Annotation)
    }
}

/// One contact at the desk.
public struct Visit: Hashable, Sendable, Codable {
    /// Who came and what for.
    public var contact: Contact
    /// The tally of a rush of which this party is a sample: its people were counted there already.
    public var sampleOf: FactID?

    /// A visit.
    public init(contact: Contact, sampleOf: FactID? = nil) {
        self.contact = contact
        self.sampleOf = sampleOf
    }

    enum CodingKeys: String, CodingKey {
        case contact
        case sampleOf = "sample_of"
    }
}

/// People clicked in without a question asked.
public struct Tally: Hashable, Sendable, Codable {
    /// 1 or more.
    public var people: Int

    /// So many people.
    public init(people: Int) { self.people = people }
}

/// What the counter at the door counted in the hour that the fact's moment is in.
public struct DoorCount: Hashable, Sendable, Codable {
    /// 0 or more: zero was counted, which isn't the same as not counted.
    public var people: Int

    /// So many people.
    public init(people: Int) { self.people = people }
}

/// People at a site that the office counts, at a tasting, at an exhibition.
public struct Attendance: Hashable, Sendable, Codable {
    /// What they came to.
    public enum Kind: String, Sendable, CaseIterable, Codable {
        case admission, tasting, exhibition
    }

    /// What they came to.
    public var kind: Kind
    /// Where, by the code of a site in the office's vocabulary; nil for a tasting or an exhibition at the office.
    public var site: String?
    /// 0 or more.
    public var adults: Int
    /// 0 or more.
    public var children: Int
    /// Whether they paid to come in.
    public var paid: Bool

    /// An attendance out of its parts.
    public init(kind: Kind, site: String? = nil, adults: Int, children: Int = 0, paid: Bool = false) {
        self.kind = kind
        self.site = site
        self.adults = adults
        self.children = children
        self.paid = paid
    }
}

/// When the office was really open on the day that the fact's moment is in; the newest of a day counts.
public struct OpeningHours: Hashable, Sendable, Codable {
    /// Minutes after midnight.
    public struct Period: Hashable, Sendable, Codable {
        /// 0…1439
        public var from: Int
        /// Later than `from`, up to 1440.
        public var to: Int

        /// A period out of its parts.
        public init(from: Int, to: Int) {
            self.from = from
            self.to = to
        }
    }

    /// In order, apart from each other; none: closed all day.
    public var periods: [Period]

    /// Opening hours.
    public init(periods: [Period]) { self.periods = periods }
}

/// What should be known of a day when its figures are read: weather, a market, a closure, an event.
public struct Annotation: Hashable, Sendable, Codable {
    /// 1–300 characters on one line.
    public var text: String

    /// An annotation.
    public init(text: String) { self.text = text }
}
