import Reception

/// What the office keeps of a day's sales of one depositor in whose name it sells: a service, with VAT of its own where the office charges any.
public struct Commission: Hashable, Sendable {
    /// Including VAT: what is kept.
    public let gross: Money
    /// Half-up rounded gross / (1 + rate).
    public let net: Money
    /// gross − net.
    public let vat: Money
    /// The standard rate of the day; zero of a seller without VAT.
    public let rate: VATRate

    /// What is kept on a day.
    public init(_ gross: Money, setting: TillSetting, rates: [RateChange], on day: OfficeDay) {
        self.gross = gross
        rate = setting.seller.vatNumber == nil ? .zero : rates.rate(of: .standard, on: day) ?? .zero
        net = rate.net(of: gross)
        vat = gross - net
    }
}
