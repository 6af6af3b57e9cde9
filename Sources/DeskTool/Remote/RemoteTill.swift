import Reception
import Synchronization
import Terminal

/// The till that a server keeps. Nothing waits here: what the server doesn't seal isn't sold.
final class RemoteTill: Till {
    let code: String
    let setting: TillSetting
    let clock: OfficeClock
    private let address: ServerAddress
    private let server: Mutex<DeskServer>
    private let unanswered: UnansweredRequest

    /// How often an order is sent before somebody is told that there is no answer.
    private static let attempts = 3
    /// The most days of entries that a server tells at once.
    private static let listedDays = 31

    /// Opens a till of a server that this desk has logged in to, and gives it to `body`.
    static func using<Result>(
        _ address: String, code: String, now: Instant, _ body: (any Till) throws -> Result
    ) throws -> Result {
        let address = try ServerAddress(address)
        let login = try LoginFile().read().required(at: address.text)
        return try body(RemoteTill(address, login, code: code, now: now))
    }

    init(_ address: ServerAddress, _ login: Login, code: String, now: Instant) throws {
        do {
            let server = try DeskServer(address, token: login.token, authorities: login.authorities)
            setting = try server.get("till/setting")
            let office: DeskSetting = try server.get("desk/setting")
            clock = try OfficeClock(of: office, around: now)
            DemonstrationLine.tell(ifOfOffice: office.office)
            self.server = Mutex(server)
        } catch let trouble as ServerTrouble {
            throw trouble.refused(address)
        }
        self.address = address
        self.code = code
        unanswered = UnansweredRequest(of: code, at: address)
    }

    func perform(_ request: TillRequest) throws -> TillEntry {
        let before = unanswered.same(as: request)
        if before != nil {
            tell(
                say(
                    "Reprise de ce qui était resté sans réponse : ce n'est fait qu'une fois.",
                    "Taking up what was left without an answer: it is done once."))
        }
        do {
            let entry = try seal(before ?? request)
            unanswered.forget()
            return entry
        } catch let trouble as ServerTrouble {
            guard trouble.leavesOpen else { throw trouble.refused(address) }
            try unanswered.keep(before ?? request)
            throw trouble.refused(address, [trouble.whatNext])
        }
    }

    /// Asked again with its id, an order is done once.
    private func seal(_ request: TillRequest) throws -> TillEntry {
        try server.withLock { server in
            for _ in 1..<Self.attempts {
                do {
                    return try server.post("till/\(code)/orders", request)
                } catch ServerTrouble.away {
                    server.patience.renew()
                }
            }
            return try server.post("till/\(code)/orders", request)
        }
    }

    func status() throws -> TillStatus { try get("\(code)/status") }

    func products(archived: Bool) throws -> [Product] {
        struct Answer: Decodable { let products: [Product] }
        return try get("products\(archived ? "?archived=1" : "")", as: Answer.self).products
    }

    func stock() throws -> [String: Int] {
        struct Answer: Decodable { let stock: [String: Int] }
        return try get("products", as: Answer.self).stock
    }

    func stock(of products: Set<String>) throws -> [String: Int] {
        struct Answer: Decodable { let stock: [String: Int] }
        // A server tells at most forty at once; what a longer basket has beyond them is sold all the same.
        let codes = products.sorted().prefix(40).joined(separator: ",")
        return try get("stock?products=\(codes)", as: Answer.self).stock
    }

    func depositors() throws -> [Depositor] {
        struct Answer: Decodable { let depositors: [Depositor] }
        return try get("depositors", as: Answer.self).depositors
    }

    func rates() throws -> [RateChange] {
        struct Answer: Decodable { let rates: [RateChange] }
        return try get("rates", as: Answer.self).rates
    }

    func ticket(_ number: Int?, training: Bool) throws -> TillEntry {
        try get("\(code)/tickets/\(number.map(String.init) ?? "last")\(training ? "?training=1" : "")")
    }

    func refunds(of ticket: Int, training: Bool) throws -> [TillEntry] {
        try get("\(code)/tickets/\(ticket)/refunds\(training ? "?training=1" : "")", as: Entries.self).entries
    }

    func entries(from: OfficeDay, to: OfficeDay, kinds: Set<TillContent.Kind>) throws -> [TillEntry] {
        try entries("\(code)/entries", from, to, kinds)
    }

    func officeEntries(from: OfficeDay, to: OfficeDay, kinds: Set<TillContent.Kind>) throws -> [TillEntry] {
        let entries = try entries("entries", from, to, kinds)
        return Dictionary(grouping: entries, by: \.till).sorted { $0.key < $1.key }.flatMap(\.value)
    }

    private func entries(
        _ path: String, _ from: OfficeDay, _ to: OfficeDay, _ kinds: Set<TillContent.Kind>
    ) throws -> [TillEntry] {
        let kinds = kinds.map(\.rawValue).sorted().joined(separator: ",")
        return try stride(from: from.daysSince1970, through: to.daysSince1970, by: Self.listedDays).flatMap { first in
            let from = OfficeDay(daysSince1970: first)
            let last = min(to, from.adding(days: Self.listedDays - 1))
            return try get("\(path)?from=\(from)&to=\(last)&kinds=\(kinds)", as: Entries.self).entries
        }
    }

    func preview(of period: ClosurePeriod) throws -> Closure { try get("\(code)/closures/\(period)/preview") }

    func closure(of period: ClosurePeriod) throws -> TillEntry { try get("\(code)/closures/\(period)") }

    func parked() throws -> [ParkedBasket] {
        struct Answer: Decodable { let baskets: [ParkedBasket] }
        return try get("\(code)/parked", as: Answer.self).baskets
    }

    func park(_ basket: ParkedBasket) throws {
        try asking { try $0.post("till/\(code)/parked", basket) }
    }

    func unpark(_ id: FactID) throws -> ParkedBasket {
        try asking { try $0.delete("till/\(code)/parked/\(id)") }
    }

    private struct Entries: Decodable { let entries: [TillEntry] }

    private func get<Answer: Decodable & Sendable>(_ path: String, as type: Answer.Type = Answer.self) throws -> Answer
    {
        try asking { try $0.get("till/\(path)") }
    }

    private func asking<Answer: Sendable>(_ ask: (DeskServer) throws -> Answer) throws -> Answer {
        do {
            return try server.withLock { server in
                server.patience.renew()
                return try ask(server)
            }
        } catch let trouble as ServerTrouble {
            throw trouble.refused(address)
        }
    }
}

extension ServerTrouble {
    /// Whether the server may have done what it was asked, though it didn't say so.
    fileprivate var leavesOpen: Bool {
        switch self {
        case .away, .failing, .strange: true
        case .busy, .tokenRefused, .forbidden, .certificate, .authorities, .library: false
        }
    }

    /// What becomes of what was asked.
    fileprivate var whatNext: String {
        if case .failing = self {
            return say(
                "Rien n'est vendu. Quand ce sera réglé, refaites la même commande : elle ne sera faite qu'une fois.",
                "Nothing is sold. When that is mended, type the same command again: it will be done once.")
        }
        return say(
            "Tant qu'il n'a pas répondu, rien n'est vendu. Quand il répondra, refaites la même commande : elle ne sera faite qu'une fois.",
            "Until it has answered nothing is sold. When it answers, type the same command again: it will be done once."
        )
    }
}
