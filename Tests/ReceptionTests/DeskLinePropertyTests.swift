import Reception
import Testing

@Suite struct DeskLinePropertyTests {
    /// 100,000 and a few: four seeds that are always the same, one that is new each time and is told when it fails.
    static let seeds: [UInt64] = [1, 2, 3, 4, UInt64.random(in: 0...UInt64.max)]

    @Test(arguments: seeds)
    func `what the formatter writes reads back the same`(seed: UInt64) {
        var contacts = DeskContacts(seed: seed)
        for _ in 0..<20_200 {
            let (contact, at) = (contacts.contact(), contacts.moment())
            let line = DeskLine.line(
                contact, at: at, vocabulary: DeskOffice.vocabulary, clock: DeskOffice.clock, now: DeskOffice.now)
            let read = DeskOffice.read(line)
            let isSame =
                read.problems.isEmpty && read.contact == contact && read.saysWhen == (at != nil)
                && Self.same(read.at, at ?? DeskOffice.now)
            guard isSame else {
                Issue.record("seed \(seed): \(line)\n\(contact)\n\(read.contact) \(read.problems.map(\.refusal))")
                return
            }
        }
    }

    /// The second of the two hours of autumn is typed as the first.
    static func same(_ read: Instant, _ written: Instant) -> Bool {
        read == written
            || read == written.advanced(byMilliseconds: -3_600_000)
                && DeskOffice.clock.dayAndMinute(at: read) == DeskOffice.clock.dayAndMinute(at: written)
    }

    @Test(arguments: seeds)
    func `tokens may come in any order`(seed: UInt64) {
        var contacts = DeskContacts(seed: seed)
        for _ in 0..<1_000 {
            let contact = contacts.contact()
            let line = DeskLine.line(
                contact, at: nil, vocabulary: DeskOffice.vocabulary, clock: DeskOffice.clock, now: DeskOffice.now)
            let tokens = line.split(separator: " ").shuffled(using: &contacts.generator)
            let read = DeskOffice.read(tokens.joined(separator: " "))
            // Some orders read as another sentence (`groupe 25`): those are asked about.
            guard read.problems.isEmpty else {
                #expect(read.problems.allSatisfy { $0.refusal.code == .tokenAmbiguous }, "seed \(seed): \(tokens)")
                continue
            }
            var same = read.contact
            same.topics = contact.topics
            #expect(same == contact && Set(read.contact.topics) == Set(contact.topics), "seed \(seed): \(tokens)")
        }
    }

    @Test(arguments: seeds)
    func `bytes at random never crash it nor make a contact that isn't one`(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        for turn in 0..<2_000 {
            let bytes = (0..<Int.random(in: 0...60, using: &generator)).map { _ in
                UInt8.random(in: 0...255, using: &generator)
            }
            check(String(decoding: bytes, as: UTF8.self), seed, completes: turn % 20 == 0)
        }
    }

    @Test(arguments: seeds)
    func `words in any disorder never crash it nor make a contact that isn't one`(seed: UInt64) {
        let pieces = [
            "2", "2+2", "+", "g25", "g", "?", "34", "20", "2A", "2a", "30250", "75056", "nl", "de", "en", "et", "la",
            "au", "ad",
            "famille", "fam", "groupe", "scolaire", "rando", "vv", "caveau", "tel", "en:", "en-", "lang=", "@", "@hier",
            "14:30",
            "@14:30", "@2026-07-14", "1ere", "visite", "1e", "adultes", "enfants", "et", "<2", "5-15", "10", "min",
            "pays", "bas",
            "saint", "clement", "🙂", "é", "'", "-", ":", "=", ",", "99999999999999999999", "0", "\u{0}", "\u{1b}[31m",
            "\u{301}", "٣",
        ]
        var generator = SeededGenerator(seed: seed)
        for turn in 0..<3_000 {
            var line = ""
            for _ in 0..<Int.random(in: 1...8, using: &generator) {
                line += pieces.randomElement(using: &generator) ?? ""
                if Bool.random(using: &generator) || Bool.random(using: &generator) { line += " " }
            }
            check(line, seed, completes: turn % 20 == 0)
        }
    }

    private func check(_ line: String, _ seed: UInt64, completes: Bool) {
        let read = DeskOffice.read(line)
        let bytes = Array(line.utf8)
        for token in read.tokens {
            #expect(Array(token.text.utf8) == Array(bytes[token.bytes]), "seed \(seed): \(line.debugDescription)")
        }
        for problem in read.problems {
            let wording = problem.refusal.wording(in: .french)
            let isShown = (wording.message + wording.hint).unicodeScalars.allSatisfy {
                $0.value >= 32 && $0.value != 127
            }
            #expect(isShown && !wording.hint.isEmpty, "seed \(seed): \(line.debugDescription)")
        }
        if read.problems.isEmpty {
            #expect(
                DeskContacts.isRight(read.contact) && read.at <= DeskOffice.now,
                "seed \(seed): \(line.debugDescription)")
        } else {
            #expect(read.problems.allSatisfy { $0.token.map(read.tokens.indices.contains) ?? true })
        }
        if completes { _ = DeskLine.completions(of: line, in: DeskOffice.context) }
    }
}
