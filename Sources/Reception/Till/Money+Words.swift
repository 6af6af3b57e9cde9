extension Money {
    /// The most a price, a ticket, a payment or a drawer comes to: under a million euros.
    public static let limit = Money(cents: 99_999_999)
    /// What goes either way.
    static let within = -limit...limit

    /// What is typed of an amount: `12,50`, `12.5`, `12`, `1 250,00 €`, `€3`, with a sign or not. Nil when it is anything else, has tenths
    /// of a cent, or is a billion or more.
    public init?(typed text: String, currency: String = "EUR") {
        var amount = text[...].trimmed
        for sign in [Self.sign(of: currency), currency] where !sign.isEmpty {
            if amount.hasSuffix(sign) { amount = amount.dropLast(sign.count).trimmed }
            if amount.hasPrefix(sign) { amount = amount.dropFirst(sign.count).trimmed }
        }
        guard let hundredths = Hundredths.read(amount) else { return nil }
        self.init(cents: hundredths)
    }

    /// `1 250,00 €` with no-break spaces, in English `€1,250.00`; currencies without a sign here by their code: `12,00 CHF`, `CHF 12.00`.
    public func wording(in language: MessageLanguage, currency: String = "EUR") -> String {
        let (isFrench, sign) = (language == .french, Self.sign(of: currency))
        var digits = String(cents.magnitude / 100)
        var position = 3
        while position < digits.count {
            digits.insert(isFrench ? "\u{A0}" : ",", at: digits.index(digits.endIndex, offsetBy: -position))
            position += 4
        }
        let rest = cents.magnitude % 100
        let amount = digits + (isFrench ? "," : ".") + (rest < 10 ? "0" : "") + String(rest)
        let minus = cents < 0 ? "-" : ""
        if isFrench { return "\(minus)\(amount)\u{A0}\(sign)" }
        return minus + sign + (sign == currency ? "\u{A0}" : "") + amount
    }

    /// `1250.00`, for files and programs; another point for those that want one.
    public func decimal(point: Character = ".") -> String {
        let rest = cents.magnitude % 100
        return "\(cents < 0 ? "-" : "")\(cents.magnitude / 100)\(point)\(rest < 10 ? "0" : "")\(rest)"
    }

    private static func sign(of currency: String) -> String {
        ["EUR": "€", "GBP": "£", "USD": "$"][currency] ?? currency
    }
}

extension VATRate {
    /// What is typed of a rate: `20`, `5,5`, `5.5 %`; nil when it is anything else or not within 0…100 %.
    public init?(typed text: String) {
        var rate = text[...].trimmed
        if rate.hasSuffix("%") { rate = rate.dropLast().trimmed }
        guard let hundredths = Hundredths.read(rate), 0...10_000 ~= hundredths else { return nil }
        self.init(basisPoints: hundredths)
    }

    /// `5,5 %` with a no-break space; in English `5.5%`.
    public func wording(in language: MessageLanguage) -> String {
        let (whole, rest) = basisPoints.quotientAndRemainder(dividingBy: 100)
        let digits = rest % 10 == 0 ? "\(rest / 10)" : "\(rest < 10 ? "0" : "")\(rest)"
        let isFrench = language == .french
        return "\(whole)" + (rest == 0 ? "" : (isFrench ? "," : ".") + digits) + (isFrench ? "\u{A0}%" : "%")
    }
}

/// A decimal number with at most two decimals, as people type it.
private enum Hundredths {
    static func read(_ text: Substring) -> Int? {
        var digits = text
        let isNegative = digits.hasPrefix("-") || digits.hasPrefix("\u{2212}")
        if isNegative || digits.hasPrefix("+") { digits = digits.dropFirst() }
        let parts = digits.split(omittingEmptySubsequences: false) { $0 == "," || $0 == "." }
        guard 1...2 ~= parts.count, let whole = whole(parts[0]) else { return nil }
        var hundredths = 0
        if parts.count == 2 {
            guard 1...2 ~= parts[1].utf8.count, let rest = number(parts[1]) else { return nil }
            hundredths = parts[1].utf8.count == 1 ? rest * 10 : rest
        }
        return (whole * 100 + hundredths) * (isNegative ? -1 : 1)
    }

    /// Thousands may stand apart, then all of them: `12 50` is a slip.
    private static func whole(_ text: Substring) -> Int? {
        let groups = text.split(omittingEmptySubsequences: false) { $0.isWhitespace }
        guard
            groups.count == 1 || 1...3 ~= groups[0].utf8.count && groups.dropFirst().allSatisfy({ $0.utf8.count == 3 })
        else { return nil }
        let digits = groups.joined()
        return digits.utf8.count <= 9 ? number(digits[...]) : nil
    }

    private static func number(_ text: Substring) -> Int? {
        text.utf8.allSatisfy { 48...57 ~= $0 } ? Int(text) : nil
    }
}

extension Substring {
    fileprivate var trimmed: Substring {
        var text = drop { $0.isWhitespace }
        while text.last?.isWhitespace == true { text.removeLast() }
        return text
    }
}
