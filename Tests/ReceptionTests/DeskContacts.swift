import Reception

/// Numbers that come again from the same seed.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    /// SplitMix64.
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

/// Contacts made at random, each of which could be typed.
struct DeskContacts {
    var generator: SeededGenerator

    init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

    mutating func contact() -> Contact {
        var contact = Contact()
        contact.channel = sometimes(Contact.Channel.allCases) ?? .counter
        origin(of: &contact)
        if chance(4) {
            let people =
                chance(6)
                ? Int.random(in: 10...Contact.peopleLimit, using: &generator) : Int.random(in: 1...9, using: &generator)
            let children = chance(3) ? 0 : Int.random(in: 0...people, using: &generator)
            contact.adults = people - children
            contact.children = children
        }
        contact.profile = sometimes(Contact.Profile.allCases)
        contact.stay = sometimes(Contact.Stay.allCases)
        contact.firstVisit = sometimes([true, false])
        contact.language = sometimes(Self.languages)
        contact.duration = sometimes(Contact.Duration.allCases)
        contact.outcome = sometimes(Contact.Outcome.allCases)
        let topics = DeskOffice.vocabulary.topics.map(\.code).shuffled(using: &generator)
        contact.topics = Array(topics.prefix(Int.random(in: 0...Contact.topicLimit, using: &generator)))
        return contact
    }

    /// A minute of the last 400 days, or nil.
    mutating func moment() -> Instant? {
        guard chance(2) else { return nil }
        let minutes = Int64.random(in: 0..<(399 * 1_440), using: &generator)
        let now = DeskOffice.now.milliseconds / 60_000
        return Instant(milliseconds: (now - minutes) * 60_000)
    }

    private mutating func origin(of contact: inout Contact) {
        switch Int.random(in: 0..<5, using: &generator) {
        case 0: contact.country = Self.countries.randomElement(using: &generator)
        case 1: setFrance(Self.departements.randomElement(using: &generator) ?? "34", nil, in: &contact)
        case 2:
            let postcode = Self.postcodes.randomElement(using: &generator) ?? "30250"
            setFrance(Departements.code(ofPostcode: postcode), postcode, in: &contact)
        case 3: contact.country = "FR"
        default: break
        }
    }

    private func setFrance(_ departement: String?, _ postcode: String?, in contact: inout Contact) {
        contact.country = "FR"
        contact.departement = departement
        contact.postcode = postcode
    }

    private mutating func chance(_ of: Int) -> Bool { Int.random(in: 0..<of, using: &generator) > 0 }

    private mutating func sometimes<Value>(_ values: [Value]) -> Value? {
        chance(2) ? values.randomElement(using: &generator) : nil
    }

    /// Overseas départements are départements here, not countries.
    static let countries: [String] = {
        let letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
        let codes = letters.flatMap { first in letters.map { "\(first)\($0)" } }
        return codes.filter { Countries.isKnown($0) && !["GP", "MQ", "GF", "RE", "YT"].contains($0) }
    }()
    static let departements =
        (1...976).map { $0 < 10 ? "0\($0)" : "\($0)" }.filter(Departements.isKnown) + ["2A", "2B"]
    static let postcodes =
        stride(from: 1_000, to: 97_700, by: 37).map { number in
            String(String(100_000 + number).dropFirst())
        }.filter { Departements.code(ofPostcode: $0) != nil } + DeskOffice.vocabulary.communes.map(\.postcode)
    static let languages: [String] = {
        let letters = "abcdefghijklmnopqrstuvwxyz"
        return letters.flatMap { first in letters.map { "\(first)\($0)" } }.filter(Language.isKnown)
    }()

    /// Whether a contact may be recorded: what every reading without a problem must be.
    static func isRight(_ contact: Contact) -> Bool {
        if let country = contact.country {
            guard Countries.isKnown(country), !["GP", "MQ", "GF", "RE", "YT"].contains(country) else { return false }
        }
        if let departement = contact.departement {
            guard contact.country == "FR", Departements.isKnown(departement) else { return false }
        }
        if let postcode = contact.postcode {
            guard let departement = Departements.code(ofPostcode: postcode), departement == contact.departement else {
                return false
            }
        }
        guard (contact.adults == nil) == (contact.children == nil) else { return false }
        if let adults = contact.adults, let children = contact.children {
            guard adults >= 0, children >= 0, 1...Contact.peopleLimit ~= adults + children else { return false }
        }
        let topics = Set(contact.topics)
        return topics.count == contact.topics.count && topics.count <= Contact.topicLimit
            && topics.isSubset(of: DeskOffice.vocabulary.topics.map(\.code))
            && contact.language.map(Language.isKnown) ?? true
    }
}
