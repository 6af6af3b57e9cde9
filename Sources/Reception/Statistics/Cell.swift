/// One figure of a table. Nothing that was counted as nobody, nothing that was never counted and nothing that may be told are three things.
public enum Cell: Hashable, Sendable {
    /// Counted, in the unit of its figure; not 0, negative where refunds are more than sales.
    case value(Int)
    /// Counted, and it was nothing.
    case zero
    /// Nobody counted.
    case notCounted
    /// Counted, and not told: too few, or it would give those away.
    case hidden

    /// What was counted; nil when nobody did.
    public init(_ counted: Int?) {
        self = counted.map { $0 == 0 ? .zero : .value($0) } ?? .notCounted
    }

    /// What is known of it as a number; nil when nothing is.
    public var number: Int? {
        switch self {
        case .value(let number): number
        case .zero: 0
        case .notCounted, .hidden: nil
        }
    }

    /// Whether so few are behind it that it doesn't leave the office.
    var isSmall: Bool { number.map { 1..<Answer.smallCount ~= $0 } ?? false }

    /// The sum of what was counted; not counted when nothing was.
    static func sum(_ cells: some Sequence<Cell>) -> Cell {
        cells.reduce(.notCounted) { sum, cell in
            guard let number = cell.number else { return sum }
            return Cell((sum.number ?? 0) + number)
        }
    }
}
