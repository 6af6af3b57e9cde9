extension CashCount {
    /// Coins and notes of the euro, in cents.
    public static let pieceValues = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000, 20_000, 50_000]

    /// This count, when it can be one. Throws `count_invalid`.
    @discardableResult
    public func checked() throws(Refusal) -> CashCount {
        guard 0...Money.limit.cents ~= counted.cents else { throw .cash }
        if let pieces {
            for (value, count) in pieces where !Self.pieceValues.contains(value) || !(0...99_999 ~= count) {
                throw .noPiece(value, count)
            }
            let sum = pieces.reduce(0) { $0 + $1.key * $1.value }
            guard sum == counted.cents else { throw .piecesDiffer(Money(cents: sum), counted) }
        }
        if let note, !TillText.isLine(note) { throw .noReason(.countInvalid) }
        return self
    }
}

extension TillOpening {
    /// This opening, when it can be one. Throws `count_invalid`.
    @discardableResult
    public func checked() throws(Refusal) -> TillOpening {
        guard 0...Money.limit.cents ~= float.cents else { throw .cash }
        return self
    }
}

extension CashMovement {
    /// This movement, when it can be one. Throws `movement_invalid`, `reason_invalid`.
    @discardableResult
    public func checked() throws(Refusal) -> CashMovement {
        guard amount != .zero, Money.within ~= amount else { throw .movement }
        guard TillText.isLine(reason) else { throw .noReason(.reasonInvalid) }
        return self
    }
}

extension ExternalTotals {
    /// These totals, when they can be a day's. Throws `totals_invalid`.
    ///
    /// - `today`: the day under way.
    @discardableResult
    public func checked(today: OfficeDay) throws(Refusal) -> ExternalTotals {
        guard day <= today else { throw .totalsOfTomorrow(day) }
        guard 0...100_000 ~= tickets, lines.count <= 10_000, payments.count <= 100 else {
            throw .totalsOutOfBounds(day)
        }
        for line in lines {
            guard TillText.isLine(line.product), -1_000_000...1_000_000 ~= line.quantity, Money.within ~= line.gross,
                0...10_000 ~= line.rate.basisPoints
            else { throw .totalsLine(line.product, day) }
        }
        for payment in payments where !(Money.within ~= payment.amount && Money.within ~= payment.change) {
            throw .totalsOutOfBounds(day)
        }
        let sold = lines.reduce(Money.zero) { $0 + $1.gross }
        let paid = payments.reduce(Money.zero) { $0 + $1.amount - $1.change }
        guard sold == paid else { throw .totalsDiffer(day, sold: sold, paid: paid) }
        guard tickets > 0 || lines.isEmpty else { throw .totalsWithoutTickets(day) }
        return self
    }
}

extension ClosurePeriod {
    /// This period, when it can be closed on `today`: it is over, or it ends today. Throws `period_invalid`.
    @discardableResult
    public func checked(today: OfficeDay) throws(Refusal) -> ClosurePeriod {
        guard last <= today else { throw .periodNotOver(self) }
        return self
    }
}
