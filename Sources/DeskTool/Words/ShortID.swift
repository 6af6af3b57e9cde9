import Reception

extension FactID {
    /// The beginning that holds the millisecond it was born in, or more when another of `others` begins alike: short enough to copy.
    func short(among others: some Sequence<FactID> = []) -> String {
        let text = description
        let others = others.filter { $0 != self }.map(\.description)
        let length = (Self.shortest...text.count).first { length in
            !others.contains { $0.hasPrefix(text.prefix(length)) }
        }
        return String(text.prefix(length ?? text.count))
    }

    /// `019f8a2c-1b3d`
    private static let shortest = 13
}
