import Reception

/// What a place is; also the name of its folder under `places/` and of its theme.
public enum PlaceKind: String, CaseIterable, Sendable {
    case hike, greenway, cellar, heritage
}

/// One place of the catalogue: what `place.yaml` says. What isn't known is nil or empty, never guessed.
public struct Place: Hashable, Sendable {
    /// Its slug: lower-case letters, digits and hyphens, unique in the catalogue.
    public var id: String
    /// What it is.
    public var kind: PlaceKind
    /// 2 to 6 lower-case letters or digits; printed in QR codes, so it never changes.
    public var code: String
    /// What it is called.
    public var names: Translated
    /// One sentence, 120 characters at most.
    public var teasers: Translated
    /// INSEE code of one of the office's communes.
    public var commune: String
    /// Where it is; a trail's start.
    public var position: Position
    /// What a visitor would type.
    public var keywords: [String]
    /// Hikes and greenways.
    public var trail: Trail?
    /// When it can be visited.
    public var opening: Opening
    /// What it costs; nil: not known.
    public var prices: Prices?
    /// How to reach it.
    public var contact: Contact?
    /// Identifiers of `labels.yaml`.
    public var labels: [String]
    /// Who and what it suits.
    public var suits: Suits
    /// How much shade there is.
    public var shade: Shade?
    /// Is there drinking water?
    public var drinkingWater: Bool?
    /// How to come without a car.
    public var withoutCar: Translated?
    /// Heritage only.
    public var heritage: Heritage?
    /// Cellars only.
    public var cellar: Cellar?
    /// Empty: the drawing, `picture.svg`.
    public var pictures: [PlacePicture]
    /// Where the facts come from; never empty.
    public var sources: [Source]
    /// Who looked at it last, and when.
    public var lastCheck: LastCheck
    /// What the office has still to check: shown as such, never as fact.
    public var toCheck: [ToCheck]
}

/// How much shade there is along the way.
public enum Shade: String, CaseIterable, Sendable {
    case none, some, good
}

/// Who and what a place suits; nil: not known.
public struct Suits: Hashable, Sendable {
    /// How well.
    public enum Degree: String, CaseIterable, Sendable {
        case yes, partly, no
    }

    /// May a dog come?
    public enum Dog: String, CaseIterable, Sendable {
        case yes, leash, no
    }

    /// With children.
    public var children: Degree?
    /// With a pushchair.
    public var pushchair: Degree?
    /// In a wheelchair.
    public var wheelchair: Degree?
    /// With a dog.
    public var dog: Dog?

    var isEmpty: Bool {
        children == nil && pushchair == nil && wheelchair == nil && dog == nil
    }
}

/// How to reach somebody: a business or an office, never a private person.
public struct Contact: Hashable, Sendable {
    /// E.164: `+33466809930`.
    public var phone: String?
    /// An address for post by wire.
    public var email: String?
    /// http or https.
    public var website: String?
    /// Street and number.
    public var address: String?
}

/// Where a fact comes from.
public struct Source: Hashable, Sendable {
    /// Who says so.
    public var name: String
    /// Where.
    public var url: String?
    /// When it said so.
    public var date: PartialDate?
}

/// Who looked at a place last.
public struct LastCheck: Hashable, Sendable {
    /// Who.
    public enum Author: String, CaseIterable, Sendable {
        case office, provider, research
    }

    /// The day.
    public var date: OfficeDay
    /// Who.
    public var by: Author
}

/// A picture named in `place.yaml`.
public struct PlacePicture: Hashable, Sendable {
    /// Its name in the place's folder.
    public var file: String
    /// What can be seen, for who can't.
    public var alt: Translated?
    /// Who made it.
    public var credit: String?
    /// Under which terms it may be shown.
    public var licence: String?
    /// Where `place.yaml` names it.
    var line: Int?
}
