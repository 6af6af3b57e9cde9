import Foundation
import GRDB
import Reception

/// What only a demonstration records: the past, as if each thing had been written down in its time. The tables, their rules and their seals are
/// those of every register.
extension Register {
    /// Records facts, all of them or none, each at the time it says it was written down.
    ///
    /// Throws as `record(_:recordedAt:)` does, and `notADemonstration`.
    public func record(_ history: [(fact: DeskFact, recordedAt: Instant)]) throws {
        guard isDemonstration else { throw RegisterError.notADemonstration(folder: dataFolder) }
        for (fact, recordedAt) in history { try fact.checked(recordedAt: recordedAt) }
        try writing { database in
            for (fact, recordedAt) in history {
                _ = try DeskFactTable(office: office, clock: clock, recordedAt: recordedAt, database: database)
                    .insert(fact)
            }
        }
    }
}

extension RegisterTill {
    /// Does what was asked, in order and each in its time: all of it or nothing.
    ///
    /// Throws as `perform` does, and `notADemonstration`.
    public func perform(_ history: [(request: TillRequest, at: Instant)]) throws {
        guard register.isDemonstration else { throw RegisterError.notADemonstration(folder: register.dataFolder) }
        guard let first = history.first else { return }
        var till = self
        till.newID = { FactID(after: nil, "\(code) \($0.milliseconds) \($1)") }
        try till.sealing { [till] database in
            var chain = try till.chain(in: database, at: first.at, day: till.day(first.at))
            for (request, at) in history {
                let day = till.day(at)
                let content = try TillOrders(till: till, database: database, chain: chain, day: day).content(
                    of: request)
                _ = try chain.append(
                    content, id: request.id, at: at, day: day, counsellor: request.counsellor,
                    training: request.training)
            }
            return ((), chain)
        }
    }

    private func day(_ at: Instant) -> OfficeDay { clock.tillDay(at: at, cutoff: setting.cutoff) }
}
