import Reception

/// The first thing of a till that doesn't hold.
public struct TillProblem: Hashable, Sendable {
    /// What is wrong, for programs. Never changes.
    public enum Reason: String, Sendable, CaseIterable {
        /// The seal isn't what the key gives for these bytes.
        case seal
        /// An entry is missing, doubled or out of its place.
        case sequence
        /// It doesn't say what an entry of its kind says.
        case content
        /// The number of a ticket doesn't follow the one before.
        case ticketNumber = "ticket_number"
        /// The amounts of a ticket don't add up.
        case sums
        /// A refund gives back what wasn't sold, or more than is left of it.
        case refund
        /// The number of a copy doesn't follow the one before.
        case reprint
        /// A closure says something else than the entries before it.
        case closure
        /// It counts for a day that was closed.
        case closedDay = "closed_day"
        /// A key is missing, or isn't the one that was sealed.
        case key
        /// The head record is missing or was changed.
        case head
        /// The register ends before the entry that is known to be the last, or holds another.
        case older
        /// What is kept of the stock isn't what the entries add up to.
        case stock
        /// Tables or triggers were dropped or changed.
        case schema
        /// A file of an archive is missing or was changed, or its signature isn't of its key.
        case archive
    }

    /// What is wrong.
    public let reason: Reason
    /// Which till, by code; nil: all of them.
    public let till: String?
    /// Which entry; nil when it is about none in particular.
    public let entry: Int?
    private let french: String
    private let english: String

    init(_ reason: Reason, till: String?, entry: Int?, fr french: String, en english: String) {
        (self.reason, self.till, self.entry) = (reason, till, entry)
        (self.french, self.english) = (french, english)
    }

    /// Which entry, and why.
    public func message(in language: MessageLanguage) -> String {
        let place =
            switch (till, entry, language) {
            case (let till?, let entry?, .french): "Caisse \(till), entrée \(entry) : "
            case (let till?, let entry?, .english): "Till \(till), entry \(entry): "
            case (let till?, nil, .french): "Caisse \(till) : "
            case (let till?, nil, .english): "Till \(till): "
            default: ""
            }
        return place + (language == .french ? french : english)
    }
}

/// What a verification looked at, and what it found.
public struct TillReport: Hashable, Sendable {
    /// One till of the register or the archive.
    public struct Chain: Hashable, Sendable {
        /// The office, by code.
        public let office: String
        /// The till, by code.
        public let till: String
        /// How many entries hold.
        public var entries = 0
        /// The last of them.
        public var last = 0
        /// Its seal, in 64 hexadecimal digits.
        public var seal = ""
        /// Its day.
        public var lastDay: OfficeDay?
    }

    /// In the order they began.
    public internal(set) var chains: [Chain] = []
    /// Whether the seals were computed anew: without the keys only the rest is.
    public internal(set) var sealsChecked = true
    /// What an archive was signed with, in 64 hexadecimal digits; nil of a register.
    public internal(set) var archiveKey: String?
    /// The first that doesn't hold; nil when all does.
    public internal(set) var problem: TillProblem?

    /// How many entries hold.
    public var entries: Int { chains.reduce(0) { $0 + $1.entries } }
}
