import Reception

@testable import KioskServer

/// Whatever the body, each event is either kept or refused with its reason, and none is invented; and the reader of plain bodies says
/// what the general one does.
func readInteractions(_ bytes: [UInt8]) {
    let receivedAt = Instant(milliseconds: 1_784_000_000_000)
    let general = Result { () throws(Refusal) in try InteractionBatch(json: bytes, receivedAt: receivedAt) }
    let quick = Result { () throws(Refusal) in try InteractionBatch(body: bytes, receivedAt: receivedAt) }
    precondition(quick == general)
    switch general {
    case .success(let batch):
        let positions = batch.positions + batch.rejected.map(\.index)
        precondition(Set(positions) == Set(0..<positions.count))
        precondition((1...InteractionBatch.limit).contains(positions.count))
        precondition(batch.rejected.allSatisfy { !$0.refusal.message.isEmpty && !$0.refusal.hint.isEmpty })
        precondition(batch.accepted.allSatisfy { $0.at <= receivedAt.advanced(byMilliseconds: ScreenClock.tolerance) })
    case .failure(let refusal):
        precondition(!refusal.message.isEmpty && !refusal.hint.isEmpty)
    }
}
