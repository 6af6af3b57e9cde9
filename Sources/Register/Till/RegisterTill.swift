import GRDB
import Reception

/// A till in the register of this machine.
public struct RegisterTill: Till {
    public let code: String
    public let setting: TillSetting
    public var clock: OfficeClock { register.clock }

    let register: Register
    let folder: TillFolder
    /// The clock of the machine.
    let now: @Sendable () -> Instant

    public func perform(_ request: TillRequest) throws -> TillEntry {
        try folder.whileLocked(code) {
            var head: TillHead?
            let entry = try register.writing { database in
                if let known = try self.entry(request.id, in: database) { return known }
                let at = now()
                let day = day(at: at)
                var chain = try chain(in: database, at: at, day: day)
                let content = try TillOrders(till: self, database: database, chain: chain, day: day).content(
                    of: request)
                let entry = try chain.append(
                    content, id: request.id, at: at, day: day, counsellor: request.counsellor,
                    training: request.training)
                try chain.head.prepare(in: folder, key: chain.key)
                head = chain.head
                return entry
            }
            try head?.publish(in: folder)
            return entry
        }
    }

    public func status() throws -> TillStatus {
        try register.pool.read { database in
            let ledger = TillLedger(database: database, office: register.office, till: code)
            let today = day(at: now())
            let totals = try ledger.totals(of: today)
            let last = try Row.fetchOne(
                database,
                sql: """
                    SELECT number, lower(hex(seal)) AS seal FROM till_entry WHERE office = ? AND till = ?
                    ORDER BY number DESC LIMIT 1
                    """, arguments: [register.office, code])
            let isOpen =
                try ledger.closure(of: today) == nil && (ledger.float(of: today) != nil || totals != TillTotals())
            return TillStatus(
                till: code, day: today, isOpen: isOpen, tickets: totals.tickets, total: totals.total,
                payments: totals.payments, cashExpected: try ledger.cash(of: today, totals: totals),
                lastTicket: try lastTicket(training: false, in: database),
                unclosedDays: try ledger.unclosedDays(from: OfficeDay(daysSince1970: 0), to: today.adding(days: -1)),
                head: last?["number"] ?? 0, seal: String((last?["seal"] as String? ?? "").prefix(16)))
        }
    }

    public func products(archived: Bool) throws -> [Product] {
        try register.pool.read { try TillCatalogue(database: $0).products(archived: archived) }
    }

    public func depositors() throws -> [Depositor] {
        try register.pool.read { try TillCatalogue(database: $0).depositors() }
    }

    public func rates() throws -> [RateChange] {
        let sealed = try register.pool.read { try TillCatalogue(database: $0).rates() }
        return sealed.isEmpty ? setting.rates : sealed
    }

    public func stock() throws -> [String: Int] {
        try register.pool.read { try TillCatalogue(database: $0).stock() }
    }

    /// The day an instant counts for, by the office's cut-off.
    func day(at instant: Instant) -> OfficeDay {
        clock.dayAndMinute(at: instant.advanced(byMilliseconds: Int64(-setting.cutoff) * 60_000)).day
    }

    /// The chain, begun with its key and the office's rates when this is the till's first entry.
    private func chain(in database: Database, at: Instant, day: OfficeDay) throws -> TillChain {
        if let chain = try TillChain(database, folder: folder, office: register.office, till: code) { return chain }
        let (key, archiveKey) = try keysOfNewTill(in: database)
        var chain = TillChain(beginning: database, folder: folder, office: register.office, till: code, key: key)
        func append(_ content: TillContent) throws {
            _ = try chain.append(
                content, id: FactID(bornAt: at), at: at, day: day, counsellor: nil, training: false)
        }
        try append(
            .setup(
                TillSetup(
                    software: Software.name, keyFingerprint: key.fingerprint,
                    archiveKey: Hex.text(archiveKey.publicKey))))
        if try TillCatalogue(database: database).rates().isEmpty {
            for rate in setting.rates { try append(.rate(rate)) }
        }
        return chain
    }

    /// Another till's keys, or new ones: only where nothing was ever sealed.
    private func keysOfNewTill(in database: Database) throws -> (TillKey, ArchiveKey) {
        let last = try folder.lastKey()
        let isFirst = try Bool.fetchOne(database, sql: "SELECT NOT EXISTS (SELECT 1 FROM till_entry)") ?? true
        let makes = isFirst && last == 0
        let key = try makes ? TillKey(making: 1, in: folder) : TillKey(max(last, 1), in: folder)
        return (key, try isFirst && !folder.hasArchiveKey ? ArchiveKey(makingIn: folder) : ArchiveKey(in: folder))
    }

    func entry(_ id: FactID, in database: Database) throws -> TillEntry? {
        try Row.fetchOne(
            database.cachedStatement(sql: TillEntry.select + "WHERE uuid = ?"), arguments: [id.bytes]
        ).map(TillEntry.init(row:))
    }

    func lastTicket(training: Bool, in database: Database) throws -> Int? {
        try Int.fetchOne(
            database.cachedStatement(
                sql:
                    "SELECT max(ticket) FROM till_entry WHERE office = ? AND till = ? AND training = ? AND ticket IS NOT NULL"
            ),
            arguments: [register.office, code, training])
    }
}

extension Register {
    /// A till of this register, which begins with its first entry.
    ///
    /// - `code`: 1–32 of `A–Z a–z 0–9 . _ -`.
    /// - `setting`: what the office says of its tills; nil: as the server left word of it.
    /// - `now`: another clock than the machine's.
    ///
    /// Throws `till_code_invalid`.
    public func till(
        _ code: String, setting: TillSetting? = nil, now: (@Sendable () -> Instant)? = nil
    ) throws -> RegisterTill {
        guard Names.isTill(code) else { throw Refusal.tillCodeInvalid(code) }
        return RegisterTill(
            code: code, setting: try setting ?? tillSetting(), register: self,
            folder: TillFolder(dataFolder: dataFolder), now: now ?? { Clock.now })
    }
}

extension RegisterTill {
    public func ticket(_ number: Int?, training: Bool) throws -> TillEntry {
        try register.pool.read { database in
            guard let number = try number ?? lastTicket(training: training, in: database),
                let row = try Row.fetchOne(
                    database,
                    sql: TillEntry.select + "WHERE office = ? AND till = ? AND training = ? AND ticket = ?",
                    arguments: [register.office, code, training, number])
            else { throw Refusal.ticketUnknown(number) }
            return try TillEntry(row: row)
        }
    }

    public func refunds(of ticket: Int, training: Bool) throws -> [TillEntry] {
        try register.pool.read { try refunds(of: ticket, training: training, in: $0) }
    }

    func refunds(of ticket: Int, training: Bool, in database: Database) throws -> [TillEntry] {
        try Row.fetchAll(
            database,
            sql: TillEntry.select + """
                WHERE office = ? AND till = ? AND training = ? AND about = ? AND kind = 'refund' ORDER BY number
                """, arguments: [register.office, code, training, ticket]
        ).map(TillEntry.init(row:))
    }

    public func entries(from: OfficeDay, to: OfficeDay, kinds: Set<TillContent.Kind>) throws -> [TillEntry] {
        try register.pool.read { database in
            try Row.fetchAll(
                database,
                sql: TillEntry.select + """
                    WHERE office = ? AND till = ? AND training IN (0, 1)
                        AND kind IN (\(kinds.map { "'\($0.rawValue)'" }.joined(separator: ", "))) AND day BETWEEN ? AND ?
                    ORDER BY number
                    """, arguments: [register.office, code, from.description, to.description]
            ).map(TillEntry.init(row:))
        }
    }
}

extension RegisterTill {
    public func parked() throws -> [ParkedBasket] {
        try register.pool.read { database in
            try Row.fetchAll(
                database, sql: Self.baskets + "ORDER BY at_ms, id", arguments: [register.office, code]
            ).compactMap(ParkedBasket.init(row:))
        }
    }

    public func park(_ basket: ParkedBasket) throws {
        try register.writing { database in
            try database.execute(
                sql:
                    "INSERT OR IGNORE INTO parked_basket (id, office, till, name, at_ms, content) VALUES (?, ?, ?, ?, ?, ?)",
                arguments: [
                    basket.id.bytes, register.office, code, basket.name, basket.at.milliseconds,
                    try JSONText.of(basket.order),
                ])
        }
    }

    public func unpark(_ id: FactID) throws -> ParkedBasket {
        try register.writing { database in
            let row = try Row.fetchOne(
                database, sql: Self.baskets + "AND id = ?", arguments: [register.office, code, id.bytes])
            guard let basket = row.flatMap(ParkedBasket.init(row:)) else { throw Refusal.basketUnknown }
            try database.execute(sql: "DELETE FROM parked_basket WHERE id = ?", arguments: [id.bytes])
            return basket
        }
    }

    private static let baskets = "SELECT id, name, at_ms, content FROM parked_basket WHERE office = ? AND till = ? "
}

extension ParkedBasket {
    fileprivate init?(row: Row) {
        guard let id = FactID(bytes: row["id"]), let order = JSONText.read(row["content"], as: SaleOrder.self)
        else { return nil }
        self.init(id: id, name: row["name"], at: Instant(milliseconds: row["at_ms"]), order: order)
    }
}
