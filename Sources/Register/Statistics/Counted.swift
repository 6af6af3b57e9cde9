import Reception

/// One side of a figure as it was counted.
struct Counted {
    /// A sum, and how many rows are behind it.
    struct Sum {
        var amount = 0
        var rows = 0

        mutating func add(_ amount: Int, rows count: Int = 1) {
            self.amount += amount
            rows += count
        }
    }

    /// Of all; nil when nobody counted.
    var whole: Sum?
    /// By the values of the breakdown: those that occur and, in a breakdown by time, those at which somebody counted.
    var parts: [String: Sum] = [:]
}
