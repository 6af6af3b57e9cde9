import GRDB
import Reception

/// A till in the register of this machine: the one place where entries are sealed.
public struct RegisterTill: Till {
    /// Its code.
    public let code: String
    /// What the office says of its tills.
    public let setting: TillSetting
    /// The office's wall clock.
    public var clock: OfficeClock { register.clock }

    /// Whose chain it is: the office's code when the till began, whatever it is called since.
    let office: String
    let register: Register
    let folder: TillFolder
    /// The clock of the machine.
    let now: @Sendable () -> Instant
    /// The ids of the entries that nobody asked for, by when they are made and their number.
    var newID: @Sendable (_ at: Instant, _ number: Int) -> FactID = { at, _ in FactID(bornAt: at) }

    /// Does what is asked: the entry is sealed and on disk when this returns. The same id again gives the same entry.
    ///
    /// Throws a `Refusal` or, when the machine is in the way, a `RegisterError`; then nothing was recorded.
    public func perform(_ request: TillRequest) throws -> TillEntry { try performed(request).entry }

    /// The same, and whether the entry was sealed now or before.
    public func performed(_ request: TillRequest) throws -> (entry: TillEntry, isNew: Bool) {
        if let counsellor = request.counsellor, !Names.isCode(counsellor) {
            throw Refusal.counsellorOfTillInvalid(counsellor)
        }
        return try sealing { database in
            if let known = try self.entry(request.id, in: database) { return ((known, false), nil) }
            let (at, day) = moment()
            var chain = try chain(in: database, at: at, day: day)
            try sealRates(in: database, on: &chain, at: at, day: day)
            let content = try TillOrders(till: self, database: database, chain: chain, day: day).content(of: request)
            let entry = try chain.append(
                content, id: request.id, at: at, day: day, counsellor: request.counsellor, training: request.training)
            return ((entry, true), chain)
        }
    }

    /// Runs one transaction that adds to the chain. Its head record is on disk before the commit and in force after it: where there is no
    /// room for it, nothing is sealed.
    ///
    /// What is committed is sold, even when the record can't take the old one's place then: said to have failed, it would be sold twice. The next
    /// entry finds the record in the way, and says so.
    func sealing<Result>(_ body: (Database) throws -> (Result, TillChain?)) throws -> Result {
        try folder.whileLocked(code) {
            var head: TillHead?
            let result = try register.writing { database in
                let (result, chain) = try body(database)
                head = chain?.head
                if let chain { try chain.head.prepare(in: folder, key: chain.key) }
                return result
            }
            try? head?.publish(in: folder)
            return result
        }
    }

    /// Now, and the day it counts for.
    func moment() -> (at: Instant, day: OfficeDay) {
        let at = now()
        return (at, clock.tillDay(at: at, cutoff: setting.cutoff))
    }

    /// How it stands now.
    public func status() throws -> TillStatus {
        try register.pool.read { database in
            let ledger = TillLedger(database: database, office: office, till: code)
            let today = moment().day
            let sums = try ledger.sums(of: today)
            let last = try Row.fetchOne(
                database,
                sql: """
                    SELECT number, at_ms, lower(hex(seal)) AS seal FROM till_entry WHERE office = ? AND till = ?
                    ORDER BY number DESC LIMIT 1
                    """, arguments: [office, code])
            let isOpen = try sums.entries != nil && ledger.closure(of: today) == nil
            return TillStatus(
                till: code, day: today, isOpen: isOpen, tickets: sums.tickets, total: sums.total,
                payments: sums.payments, cashExpected: sums.cash,
                lastTicket: try lastTicket(training: false, in: database),
                unclosedDays: try ledger.unclosedDays(from: OfficeDay(daysSince1970: 0), to: today.adding(days: -1)),
                head: last?["number"] ?? 0, seal: String((last?["seal"] as String? ?? "").prefix(16)),
                lastAt: (last?["at_ms"] as Int64?).map(Instant.init(milliseconds:)))
        }
    }

    /// The products as they are now, by code; `archived`: those too that are sold no more.
    public func products(archived: Bool) throws -> [Product] {
        try register.pool.read { try TillCatalogue(database: $0).products(archived: archived) }
    }

    /// The depositors, by code.
    public func depositors() throws -> [Depositor] {
        try register.pool.read { try TillCatalogue(database: $0).depositors() }
    }

    /// The rates of VAT, as they changed; last those that the office says since, and the next entry will seal.
    public func rates() throws -> [RateChange] {
        let sealed = try register.pool.read { try TillCatalogue(database: $0).rates() }
        return sealed + sealed.missing(of: setting.rates)
    }

    /// How many of each product that is stocked are there.
    public func stock() throws -> [String: Int] {
        try register.pool.read { try TillCatalogue(database: $0).stock() }
    }

    /// The same of some products only.
    public func stock(of products: Set<String>) throws -> [String: Int] {
        try register.pool.read { database in
            let levels = StockLevels(database: database)
            return try products.reduce(into: [:]) { $0[$1] = try levels.level(of: $1) }
        }
    }

    /// The chain, begun with its key when this is the till's first entry.
    func chain(in database: Database, at: Instant, day: OfficeDay, restoring: Bool = false) throws -> TillChain {
        if let chain = try TillChain(database, folder: folder, office: office, till: code, restoring: restoring) {
            return chain
        }
        let (key, archiveKey) = try keysOfNewTill(in: database)
        var chain = TillChain(beginning: database, folder: folder, office: office, till: code, key: key)
        _ = try chain.append(
            .setup(
                TillSetup(
                    software: Software.name, keyFingerprint: key.fingerprint,
                    archiveKey: Hex.text(archiveKey.publicKey))),
            id: newID(at, chain.number + 1), at: at, day: day, counsellor: nil, training: false)
        return chain
    }

    /// What the office said of its rates of VAT since the last entry is sealed before anything is priced with it.
    private func sealRates(in database: Database, on chain: inout TillChain, at: Instant, day: OfficeDay) throws {
        for rate in try TillCatalogue(database: database).rates().missing(of: setting.rates) {
            _ = try chain.append(
                .rate(rate), id: newID(at, chain.number + 1), at: at, day: day, counsellor: nil, training: false)
        }
    }

    /// Another till's keys, or new ones: only where nothing was ever sealed.
    private func keysOfNewTill(in database: Database) throws -> (TillKey, ArchiveKey) {
        let last = try folder.lastKey()
        let isFirst = try Bool.fetchOne(database, sql: "SELECT NOT EXISTS (SELECT 1 FROM till_entry)") ?? true
        let makes = isFirst && last == 0
        let key = try makes ? TillKey(making: 1, in: folder) : TillKey(max(last, 1), in: folder)
        if try !key.isSealed(in: database) && !isFirst { throw Refusal.keyWrong(path: folder.key(key.number)) }
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
            arguments: [office, code, training])
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
        let folder = TillFolder(dataFolder: dataFolder)
        return RegisterTill(
            code: code, setting: try setting ?? tillSetting(), office: TillHead.office(of: code, in: folder) ?? office,
            register: self, folder: folder, now: now ?? { Clock.now })
    }
}
