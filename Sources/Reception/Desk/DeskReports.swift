/// A fact as it is kept.
public struct KeptFact: Hashable, Sendable {
    /// The fact.
    public var fact: DeskFact
    /// Grows with every fact.
    public var seq: Int64
    /// When it was written down.
    public var recordedAt: Instant
    /// The office's day it happened on.
    public var day: OfficeDay
    /// The fact that revised it; nil when it is the last word.
    public var revisedBy: FactID?
    /// The first fact of its history: what people call "this visit" however often it was mended.
    public var origin: FactID

    /// A kept fact out of its parts.
    public init(fact: DeskFact, seq: Int64, recordedAt: Instant, day: OfficeDay, revisedBy: FactID?, origin: FactID) {
        self.fact = fact
        self.seq = seq
        self.recordedAt = recordedAt
        self.day = day
        self.revisedBy = revisedBy
        self.origin = origin
    }

    /// Whether it counts: it is the last word, and wasn't voided.
    public var counts: Bool { revisedBy == nil && fact.voided == nil }
}

/// What became of a fact that was handed in.
public enum FactReceipt: String, Hashable, Sendable, Codable {
    /// It is on disk because of this call.
    case recorded
    /// It was on disk already, by its id.
    case known
}

/// What the desk recorded over some days, in its first form: counts by day, origin, profile and topic.
///
/// *Contacts* are visits, in every channel; *visitors* are the people in them at the counter, and those that a tally counted. A fact that
/// was voided or revised doesn't count.
public struct DeskStatistics: Hashable, Sendable, Codable {
    /// Contacts and visitors of one day, origin, profile or topic.
    public struct Count: Hashable, Sendable, Codable {
        /// A day, a country code, a département's code, a profile's, a topic's; `unknown` where nobody said.
        public var key: String
        /// Visits.
        public var contacts: Int
        /// People in visits at the counter whose number is known.
        public var visitors: Int

        /// A count out of its parts.
        public init(key: String, contacts: Int, visitors: Int) {
            self.key = key
            self.contacts = contacts
            self.visitors = visitors
        }
    }

    /// What a day was, when nobody came.
    public enum DayKind: String, Hashable, Sendable, Codable {
        /// Somebody recorded something, or the office said that it was open.
        case open
        /// The office said that it was closed.
        case closed
        /// Nothing was recorded: that isn't zero.
        case notCounted = "not-counted"
    }

    /// One day.
    public struct Day: Hashable, Sendable, Codable {
        /// `2026-07-14`
        public var day: String
        /// What it was.
        public var kind: DayKind
        /// Visits.
        public var contacts: Int
        /// Visitors, with those of tallies.
        public var visitors: Int
        /// What was noted of it.
        public var notes: [String]

        /// A day out of its parts.
        public init(day: String, kind: DayKind, contacts: Int, visitors: Int, notes: [String]) {
            self.day = day
            self.kind = kind
            self.contacts = contacts
            self.visitors = visitors
            self.notes = notes
        }
    }

    /// The first day, `2026-07-14`.
    public var from: String
    /// The last day.
    public var to: String
    /// Visits in every channel.
    public var contacts: Int
    /// People in visits at the counter, and those of tallies that no sample counts.
    public var visitors: Int
    /// Of `visitors`, those that were only tallied.
    public var tallied: Int
    /// Visits by phone, mail…: contacts that brought nobody to the counter.
    public var remote: Int
    /// Visits at the counter whose number of people nobody knows.
    public var partiesUnknown: Int
    /// People at the door; nil when it wasn't counted.
    public var door: Int?
    /// Each day from `from` to `to`.
    public var days: [Day]
    /// By country, and within France by département: `FR-34`, `NL`, `FR` for France without a département, `unknown`. Most contacts first.
    public var origins: [Count]
    /// By profile, `unknown` among them. Most contacts first.
    public var profiles: [Count]
    /// By topic; a visit counts in each of its topics, in `unknown` when it has none. Most contacts first.
    public var topics: [Count]
    /// By site: admissions, tastings, exhibitions, as people.
    public var attendance: [Count]

    /// Statistics out of their parts.
    public init(
        from: String, to: String, contacts: Int = 0, visitors: Int = 0, tallied: Int = 0, remote: Int = 0,
        partiesUnknown: Int = 0,
        door: Int? = nil, days: [Day] = [], origins: [Count] = [], profiles: [Count] = [], topics: [Count] = [],
        attendance: [Count] = []
    ) {
        self.from = from
        self.to = to
        self.contacts = contacts
        self.visitors = visitors
        self.tallied = tallied
        self.remote = remote
        self.partiesUnknown = partiesUnknown
        self.door = door
        self.days = days
        self.origins = origins
        self.profiles = profiles
        self.topics = topics
        self.attendance = attendance
    }

    enum CodingKeys: String, CodingKey {
        case from, to, contacts, visitors, tallied, remote, door, days, origins, profiles, topics, attendance
        case partiesUnknown = "parties_unknown"
    }
}
