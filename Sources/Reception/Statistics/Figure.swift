/// A figure as it is told: a sum, a share, a ratio, or why there is none.
public enum Figure: Hashable, Sendable {
    /// In the unit of its measure; 0 was counted.
    case number(Int)
    /// A percentage of a base that is large enough.
    case share(Int, of: Int)
    /// So much for each of a base that isn't 0.
    case ratio(Int, per: Int)
    /// The base of a percentage is under `Answer.smallBase`.
    case tooFew(base: Int)
    /// Nobody counted.
    case notCounted
    /// Not told outside the office.
    case hidden

    /// What a formula makes of a cell or, of a share or ratio, of two.
    ///
    /// - `below`: what is under the line; of a sum or a percentile nil.
    public init(_ formula: Measure.Formula, _ cell: Cell, per below: Cell? = nil) {
        switch (formula, cell, below) {
        case (_, .hidden, _), (_, _, .hidden?): self = .hidden
        case (.sum, let cell, _), (.percentile, let cell, _): self = cell.number.map { .number($0) } ?? .notCounted
        case (.share, let cell, let below): self = Self.share(cell, below)
        case (.ratio, let cell, let below):
            guard let part = cell.number, let base = below?.number, base != 0 else {
                self = .notCounted
                return
            }
            self = .ratio(part, per: base)
        }
    }

    private static func share(_ cell: Cell, _ below: Cell?) -> Figure {
        guard let part = cell.number, let base = below?.number else { return .notCounted }
        return base < Answer.smallBase ? .tooFew(base: base) : .share(part, of: base)
    }

    /// A share in tenths of a percent, rounded half away from zero; nil of anything else.
    public var tenthsOfPercent: Int? {
        guard case .share(let part, let base) = self else { return nil }
        return Self.rounded(part * 1_000, base)
    }

    /// A ratio in hundredths, rounded half away from zero; nil of anything else.
    ///
    /// - `times`: 60 for an hour, when its base is minutes.
    public func hundredths(times: Int = 1) -> Int? {
        guard case .ratio(let part, let base) = self else { return nil }
        return Self.rounded(part * 100 * times, base)
    }

    /// By how many tenths of a percent a sum or a ratio is more than another; nil when there is no such percentage: one of them isn't known, or the other
    /// is nothing or, being a count, on a base under `Answer.smallBase`.
    ///
    /// - `isCount`: whether the figures count things.
    public func change(from other: Figure, isCount: Bool) -> Int? {
        switch (self, other) {
        case (.number(let now), .number(let before)):
            guard before > 0, !isCount || before >= Answer.smallBase else { return nil }
            return Self.rounded((now - before) * 1_000, before)
        case (.ratio(let now, let base), .ratio(let before, let otherBase)):
            guard before > 0, min(base, otherBase) >= Answer.smallBase else { return nil }
            return Self.rounded((now * otherBase - before * base) * 1_000, before * base)
        default: return nil
        }
    }

    static func rounded(_ number: Int, _ divisor: Int) -> Int {
        let half = divisor / 2
        return number < 0 ? -((-number + half) / divisor) : (number + half) / divisor
    }
}
