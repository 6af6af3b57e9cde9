import Reception

/// Whatever the body, each event is either kept or refused with its reason, and none is invented.
func readInteractions(_ bytes: [UInt8]) {
    let receivedAt = Instant(milliseconds: 1_784_000_000_000)
    do throws(Refusal) {
        let batch = try InteractionBatch(json: bytes, receivedAt: receivedAt)
        let positions = batch.positions + batch.rejected.map(\.index)
        precondition(Set(positions) == Set(0..<positions.count))
        precondition((1...InteractionBatch.limit).contains(positions.count))
        precondition(batch.rejected.allSatisfy { !$0.refusal.message.isEmpty && !$0.refusal.hint.isEmpty })
        precondition(batch.accepted.allSatisfy { $0.at <= receivedAt.advanced(byMilliseconds: ScreenClock.tolerance) })
    } catch {
        precondition(!error.message.isEmpty && !error.hint.isEmpty)
    }
}
