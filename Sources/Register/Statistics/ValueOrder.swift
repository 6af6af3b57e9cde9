import Reception

/// In which order the values of a breakdown stand: as time goes, origins from the nearest, else what is most first; the unknown last.
struct ValueOrder {
    let facet: Facet
    let setting: StatisticsSetting

    /// - `amounts`: of a value, a number each column.
    func sorted(_ values: some Collection<String>, by amounts: (String) -> [Int]) -> [String] {
        if facet.isTime { return values.map { ($0, moment($0)) }.sorted { $0.1 < $1.1 }.map(\.0) }
        return values.map { (value: $0, rank: rank($0), amounts: amounts($0)) }.sorted { one, other in
            if one.rank != other.rank { return one.rank < other.rank }
            if one.amounts != other.amounts { return other.amounts.lexicographicallyPrecedes(one.amounts) }
            return one.value < other.value
        }.map(\.value)
    }

    private func rank(_ value: String) -> Int {
        if facet == .origin { return setting.origins.rank(of: value) }
        return value == Origins.unknown ? 1 : 0
    }

    /// What sorts as time does.
    private func moment(_ value: String) -> String {
        switch facet {
        case .hour: return value.utf8.count < 2 ? "0" + value : value
        case .weekdayHour: return value.utf8.count < 4 ? "\(value.prefix(2))0\(value.dropFirst(2))" : value
        case .season:
            let position = setting.seasons.firstIndex { $0.code == value.dropFirst(5) } ?? setting.seasons.count
            let month = position < setting.seasons.count ? setting.seasons[position].months.first ?? 0 : 99
            return "\(value.prefix(5))\(month < 10 ? "0" : "")\(month)"
        default: return value
        }
    }
}
