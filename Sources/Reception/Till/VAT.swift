/// What a product is, for the law on VAT; which rate that is depends on the day.
public enum VATCategory: String, Sendable, CaseIterable, Codable {
    case standard, intermediate, reduced
    case superReduced = "super-reduced"
    /// Outside VAT: a seller under art. 293 B of the CGI, a deposit, a gift voucher.
    case none

    /// What it is called: `TVA réduite`.
    public func name(in language: MessageLanguage) -> String {
        let (fr, en) =
            switch self {
            case .standard: ("TVA normale", "standard VAT")
            case .intermediate: ("TVA intermédiaire", "intermediate VAT")
            case .reduced: ("TVA réduite", "reduced VAT")
            case .superReduced: ("TVA super-réduite", "super-reduced VAT")
            case .none: ("sans TVA", "no VAT")
            }
        return language == .french ? fr : en
    }
}

/// A rate of VAT in hundredths of a percent: 20 % is 2000, 5.5 % is 550. A whole number in JSON.
public struct VATRate: Hashable, Sendable, Comparable {
    /// Hundredths of a percent; 0 or more.
    public var basisPoints: Int

    /// So many hundredths of a percent.
    public init(basisPoints: Int) { self.basisPoints = basisPoints }

    /// No VAT.
    public static let zero = VATRate(basisPoints: 0)

    /// The lower first.
    public static func < (one: VATRate, other: VATRate) -> Bool { one.basisPoints < other.basisPoints }
}

extension VATRate: Codable {
    /// Out of a whole number of hundredths of a percent.
    public init(from decoder: any Decoder) throws {
        self.init(basisPoints: try decoder.singleValueContainer().decode(Int.self))
    }

    /// As a whole number of hundredths of a percent.
    public func encode(to encoder: any Encoder) throws {
        var value = encoder.singleValueContainer()
        try value.encode(basisPoints)
    }
}

/// From a day on, a category has a rate. Rates are data: none is written in code.
public struct RateChange: Hashable, Sendable, Codable {
    /// Whose rate.
    public var category: VATCategory
    /// The rate.
    public var rate: VATRate
    /// The first day it holds.
    public var from: OfficeDay

    /// A change of rate out of its parts.
    public init(category: VATCategory, rate: VATRate, from: OfficeDay) {
        self.category = category
        self.rate = rate
        self.from = from
    }
}
