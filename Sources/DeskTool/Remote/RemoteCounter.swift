import Reception
import Terminal

/// The counter whose register is behind a server. What can't be handed in waits in a spool, and is handed in first the next time.
final class RemoteCounter: Counter {
    let setting: DeskSetting
    let clock: OfficeClock
    let user: String?
    private let server: DeskServer
    private let spool: Spool

    private struct Facts: Decodable { let facts: [KeptFact] }

    /// Opens the counter of a server that this desk has logged in to, and gives it to `body`.
    static func using<Result>(
        _ address: String, now: Instant, _ body: (any Counter) throws -> Result
    ) throws -> Result {
        let address = try ServerAddress(address)
        let login = try LoginFile().read().required(at: address.text)
        return try body(RemoteCounter(address, login, now: .now))
    }

    init(_ address: ServerAddress, _ login: Login, now: Instant) throws {
        spool = Spool(of: address)
        user = login.user
        do {
            server = try DeskServer(address, token: login.token, authorities: login.authorities)
        } catch let trouble as ServerTrouble {
            throw trouble.refused(address)
        }
        setting = try Self.setting(server, spool)
        DemonstrationLine.tell(ifOfOffice: setting.office)
        clock = try OfficeClock(of: setting, around: now)
    }

    /// What the server tells of its office, else what it told last.
    private static func setting(_ server: DeskServer, _ spool: Spool) throws -> DeskSetting {
        do {
            let bytes = try server.bytes("desk/setting")
            let setting: DeskSetting = try DeskServer.read(bytes)
            try spool.remember(setting: bytes)
            return setting
        } catch let trouble as ServerTrouble {
            guard let setting = spool.setting else { throw trouble.refused(server.address) }
            return setting
        }
    }

    func record(_ facts: [DeskFact]) throws -> [FactReceipt] {
        // Before anything waits: what breaks the rules is for whoever typed it, now.
        for fact in facts { try fact.checked(recordedAt: .now) }
        var receipts: [FactReceipt] = []
        do {
            try handInWhatWaits()
            while receipts.count < facts.count {
                // A file of many has no second for all of them.
                if !receipts.isEmpty { server.patience.renew() }
                receipts += try server.record(Array(facts[receipts.count...].prefix(DeskServer.factLimit)))
            }
            return receipts
        } catch let trouble as ServerTrouble {
            try keep(Array(facts[receipts.count...]), because: trouble)
            return receipts + facts[receipts.count...].map { _ in .recorded }
        }
    }

    /// Keeps facts for later, and says so: in passing when there is only waiting, as what ends the command when somebody must do something.
    private func keep(_ facts: [DeskFact], because trouble: ServerTrouble) throws {
        for start in stride(from: 0, to: facts.count, by: DeskServer.factLimit) {
            try spool.keep(Array(facts[start...].prefix(DeskServer.factLimit)), at: .now)
        }
        let kept = say(
            "gardé ici, ce sera envoyé à la prochaine commande.", "kept here, it will be sent with the next command.")
        guard trouble.canBeMended else {
            let what =
                trouble == .away
                ? say("Le serveur ne répond pas", "The server doesn't answer") : trouble.message(server.address)
            return tell("\(what)\(say(" :", ":")) \(kept)")
        }
        throw trouble.refused(
            server.address,
            [
                say(
                    "Rien n'est perdu : gardé ici, ne le tapez pas de nouveau ; ce sera envoyé ensuite.",
                    "Nothing is lost: it is kept here, don't type it again; it will be sent afterwards.")
            ])
    }

    func facts(from: OfficeDay, to: OfficeDay, kinds: Set<DeskFact.Kind>, all: Bool) throws -> [KeptFact] {
        let kinds = kinds.map(\.rawValue).sorted().joined(separator: ",")
        return try reading {
            // A server tells at most a year at once.
            try stride(from: from.daysSince1970, through: to.daysSince1970, by: 366).flatMap { first in
                let from = OfficeDay(daysSince1970: first)
                let answer: Facts = try server.get(
                    "desk/facts?from=\(from)&to=\(min(to, from.adding(days: 365)))&kinds=\(kinds)\(all ? "&all=1" : "")"
                )
                return answer.facts
            }
        }
    }

    func lastFacts(_ count: Int, desk: String?) throws -> [KeptFact] {
        return try reading {
            let answer: Facts = try server.get(
                "desk/facts/last?count=\(count)\(desk.map { "&desk=\($0)" } ?? "")")
            return answer.facts
        } orOfThoseWaiting: { waiting in
            waiting.last(count, desk: desk)
        }
    }

    func history(of id: String) throws -> [KeptFact] {
        // Whatever else was typed is the beginning of no id, and a dash is the shortest way to say so.
        let digits = id.utf8.filter { $0 != UInt8(ascii: "-") }
        let isID = !digits.isEmpty && digits.allSatisfy { Character(Unicode.Scalar($0)).isHexDigit }
        return try reading {
            let answer: Facts = try server.get("desk/facts/\(isID ? id.lowercased() : "-")/history")
            return answer.facts
        } orOfThoseWaiting: { waiting in
            try isID ? waiting.history(of: id) : nil
        }
    }

    /// Nobody waits for whether a day was closed: without the server, what waits here says it or nothing does.
    func openingHours(of day: OfficeDay) throws -> OpeningHours? {
        let facts: [KeptFact]
        do {
            let answer: Facts = try server.get("desk/facts?from=\(day)&to=\(day)&kinds=opening")
            facts = answer.facts
        } catch is ServerTrouble {
            facts = try WaitingFacts(spool, clock: clock).facts.filter { $0.counts && $0.day == day }
        }
        return facts.last { $0.fact.content.openingHours != nil }?.fact.content.openingHours
    }

    func statistics(from: OfficeDay, to: OfficeDay) throws -> DeskStatistics {
        try reading { try server.get("desk/statistics?from=\(from)&to=\(to)") }
    }

    func noticesToCome() throws -> [Notice] {
        struct Answer: Decodable { let notices: [Notice] }
        return try asking {
            let answer: Answer = try server.get("desk/notices")
            return answer.notices
        }
    }

    /// Not kept for later: an announcement that comes after its hour says what isn't so.
    func announce(_ notice: Notice) throws {
        do {
            try server.post("desk/notices", notice)
        } catch let trouble as ServerTrouble {
            throw trouble.refused(
                server.address,
                [
                    say(
                        "Les écrans n'ont rien reçu : refaites la commande quand il répondra.",
                        "The screens were told nothing: type it again when it answers.")
                ])
        }
    }

    /// Asks what facts answer, once those that wait here are among them. When the server can't be asked, those that wait may do; else the
    /// command ends, and shows them.
    private func reading<Answer>(
        _ ask: () throws -> Answer, orOfThoseWaiting answer: (WaitingFacts) throws -> Answer? = { _ in nil }
    ) throws -> Answer {
        do {
            try handInWhatWaits()
            return try ask()
        } catch let trouble as ServerTrouble {
            let waiting = try WaitingFacts(spool, clock: clock)
            if let answer = try answer(waiting) { return answer }
            throw trouble.refused(server.address, waiting.lines(FactWords(self, now: .now)))
        }
    }

    private func asking<Answer>(_ ask: () throws -> Answer) throws -> Answer {
        do {
            return try ask()
        } catch let trouble as ServerTrouble {
            throw trouble.refused(server.address)
        }
    }

    /// Sends what waits, if the server answers; what keeps it from that is for the next command to tell.
    func sendWhatWaits() throws {
        for line in try Delivery.run(spool, to: server).lines { tell(line) }
    }

    private func handInWhatWaits() throws {
        let delivery = try Delivery.run(spool, to: server)
        for line in delivery.lines { tell(line) }
        if let trouble = delivery.trouble { throw trouble }
    }
}
