import Reception

/// Ids cut so that they can be copied: the beginning that holds the millisecond a fact was born in, or more where several begin alike.
struct ShortIDs {
    private let lengths: [FactID: Int]

    init(_ ids: some Sequence<FactID>) {
        var lengths: [FactID: Int] = [:]
        var previous: (id: FactID, text: String)?
        // In order, an id shares most with its neighbours.
        for id in Set(ids).sorted() {
            let text = id.description
            if let previous {
                let length = zip(previous.text, text).prefix { $0 == $1 }.count + 1
                lengths[previous.id] = max(lengths[previous.id] ?? 0, length)
                lengths[id] = length
            }
            previous = (id, text)
        }
        self.lengths = lengths
    }

    subscript(id: FactID) -> String { String(id.description.prefix(max(lengths[id] ?? 0, FactID.shortLength))) }
}

extension FactID {
    /// `019f8a2c-1b3d`
    var short: String { String(description.prefix(Self.shortLength)) }

    fileprivate static let shortLength = 13
}
