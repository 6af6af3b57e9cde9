/// How many rows of some days aren't counted as they are, because of what became of them.
public struct RowsLeftOut: Hashable, Sendable {
    /// Facts of the desk that somebody took back.
    public var voided: Int
    /// Versions of facts that a later one took the place of.
    public var corrected: Int
    /// Tickets of training.
    public var training: Int
    /// Tickets that give money back: their amounts count, they aren't sales.
    public var refunds: Int

    /// Counts out of their parts.
    public init(voided: Int = 0, corrected: Int = 0, training: Int = 0, refunds: Int = 0) {
        self.voided = voided
        self.corrected = corrected
        self.training = training
        self.refunds = refunds
    }
}
