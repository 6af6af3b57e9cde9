import Foundation
import Synchronization

/// Ctrl-C, or a kind request to end: noticed at the next occasion, so that what is half-made can be taken away.
enum Interruption: Error {
    case asked

    /// From now on a signal ends nothing by itself.
    static func catchSignals() {
        for number in [SIGINT, SIGTERM, SIGHUP] { signal(number, noteSignal) }
    }

    /// Throws once a signal came.
    static func check() throws {
        if cameSignal.load(ordering: .relaxed) { throw Interruption.asked }
    }
}

private let cameSignal = Atomic(false)

/// A handler may touch nothing but an atomic.
private func noteSignal(_ number: Int32) { cameSignal.store(true, ordering: .relaxed) }
