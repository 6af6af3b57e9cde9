/// Days of the office's calendar as runs, in order and apart from each other: what a period is made of.
public struct Days: Hashable, Sendable {
    /// First and last day of each run; between two runs there is at least a day.
    public let runs: [ClosedRange<OfficeDay>]

    /// The days of some runs, which may come in any order, touch and overlap.
    public init(_ runs: [ClosedRange<OfficeDay>] = []) {
        var joined: [ClosedRange<OfficeDay>] = []
        for run in runs.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if let last = joined.last, run.lowerBound <= last.upperBound.adding(days: 1) {
                joined[joined.count - 1] = last.lowerBound...Swift.max(last.upperBound, run.upperBound)
            } else {
                joined.append(run)
            }
        }
        self.runs = joined
    }

    /// Single days, in any order.
    public init(_ days: some Sequence<OfficeDay>) {
        self.init(days.map { $0...$0 })
    }

    /// How many.
    public var count: Int { runs.reduce(0) { $0 + $1.count } }
    /// The earliest.
    public var first: OfficeDay? { runs.first?.lowerBound }
    /// The latest.
    public var last: OfficeDay? { runs.last?.upperBound }

    /// Whether a day is one of them.
    public func contains(_ day: OfficeDay) -> Bool { runs.contains { $0.contains(day) } }

    /// Those of them up to a day, which is included.
    public func through(_ last: OfficeDay) -> Days {
        Days(runs.filter { $0.lowerBound <= last }.map { $0.lowerBound...Swift.min($0.upperBound, last) })
    }
}

extension Days: Sequence {
    /// Each day, the earliest first.
    public func makeIterator() -> FlattenSequence<[ClosedRange<OfficeDay>]>.Iterator {
        runs.joined().makeIterator()
    }
}
