import Reception

/// Hands in what waits in a spool, in the order it came in, until nothing waits or the server can't be asked any more.
struct Delivery {
    /// Facts that are on the server because of this.
    var delivered = 0
    /// Facts that were there already: their answer had been lost.
    var known = 0
    /// What the server refused.
    var refused: [(file: String, facts: [DeskFact], refusal: Refusal)] = []
    /// What ended it before the end.
    var trouble: ServerTrouble?

    /// Facts handed in at once: what a slow line carries in a second.
    private static let step = 50

    /// Hands in what waits; `progress` is told after each step how many facts are through.
    ///
    /// Throws when the spool itself can't be written.
    static func run(
        _ spool: Spool, to server: DeskServer, renewingPatience: Bool = false, progress: (Int) -> Void = { _ in }
    ) throws -> Delivery {
        var delivery = Delivery()
        guard !spool.names.isEmpty else { return delivery }
        let start = ContinuousClock.now
        let done: Void? = try spool.whileDelivering(within: server.patience.now ?? .zero) {
            server.patience.waited(since: start)
            while let step = try nextStep(spool) {
                if renewingPatience { server.patience.renew() }
                do {
                    try delivery.handIn(step, spool, server)
                } catch let trouble as ServerTrouble {
                    delivery.trouble = trouble
                    return
                }
                progress(delivery.delivered + delivery.known)
            }
        }
        // Another desk is handing in the same: the server's silence keeps it, or its spool is long.
        if done == nil { delivery.trouble = .away }
        return delivery
    }

    private static func nextStep(_ spool: Spool) throws -> [(name: String, entry: Spool.Entry)]? {
        let entries = try spool.entries(limit: step)
        var count = 0
        let fitting = entries.prefix { _, entry in
            count += entry.facts.count
            return count <= step
        }
        if let first = entries.first, fitting.isEmpty { return [first] }
        // Unreadable entries leave nothing to read of a step, while others may wait behind them.
        return fitting.isEmpty && spool.names.isEmpty ? nil : Array(fitting)
    }

    /// Several entries are one question; when it is refused, each is asked for itself.
    private mutating func handIn(
        _ entries: [(name: String, entry: Spool.Entry)], _ spool: Spool, _ server: DeskServer
    ) throws {
        do {
            let receipts = try server.record(entries.flatMap(\.entry.facts))
            for (name, _) in entries { spool.remove(name) }
            delivered += receipts.count { $0 == .recorded }
            known += receipts.count { $0 == .known }
        } catch let refusal as Refusal {
            guard let (name, entry) = entries.first else { return }
            guard entries.count == 1 else {
                for entry in entries { try handIn([entry], spool, server) }
                return
            }
            let file = try spool.setAside(name, entry, because: refusal, at: .now)
            refused.append((file, entry.facts, refusal))
        }
    }
}

extension DeskServer {
    /// Records facts: all of them or none of each two hundred.
    func record(_ facts: [DeskFact]) throws -> [FactReceipt] {
        struct Batch: Encodable { let facts: [DeskFact] }
        struct Receipts: Decodable {
            struct Receipt: Decodable { let status: FactReceipt }
            let receipts: [Receipt]
        }
        let answer: Receipts = try post("desk/facts", Batch(facts: facts))
        return answer.receipts.map(\.status)
    }
}
