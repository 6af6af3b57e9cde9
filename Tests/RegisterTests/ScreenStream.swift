import Reception

@testable import Register

/// Things done on screens as they may arrive: sessions over midnight and the ends of summer time, ends without beginnings, beginnings twice, phones.
struct ScreenStream {
    /// In the order in which they come: batches late, mixed, and some of them again.
    let batches: [[Interaction]]

    static let receivedAt = Instant(milliseconds: 1_795_000_000_000)  // 2026-11-18

    private static let days: [Int64] = [
        1_743_290_000, 1_743_300_000,  // around 2025-03-30, which has 23 hours
        1_761_430_000, 1_761_438_000,  // around 2025-10-26, which has 25
        1_752_444_000, 1_784_066_000, 1_794_000_000,
    ]

    init(seed: UInt64, sessions count: Int) throws {
        var chance = SplitMix(state: seed)
        var all: [Interaction] = []
        for session in 0..<count {
            all += try Self.session("s-\(session)", &chance)
        }
        var batches: [[Interaction]] = []
        var rest = all[...]
        while !rest.isEmpty {
            batches.append(Array(rest.prefix(Int.random(in: 1...60, using: &chance))))
            rest = rest.dropFirst(batches[batches.count - 1].count)
        }
        for _ in 0..<batches.count / 4 {
            // A retry, alone or among others; a batch that waited; one that was cut in two and mixed up.
            if let again = batches.randomElement(using: &chance) { batches.append(again + batches[0].prefix(3)) }
            batches.swapAt(
                Int.random(in: 0..<batches.count, using: &chance), Int.random(in: 0..<batches.count, using: &chance))
            batches[Int.random(in: 0..<batches.count, using: &chance)].shuffle(using: &chance)
        }
        self.batches = batches
    }

    private static func session(_ name: String, _ chance: inout SplitMix) throws -> [Interaction] {
        func one(_ values: [String]) -> String { values.randomElement(using: &chance) ?? "" }
        let isPhone = Int.random(in: 0..<8, using: &chance) == 0
        let screen = isPhone ? Interaction.phone : one(["hall", "rue", "unknown"])
        var lang = one(["fr", "fr", "en", "nl"])
        var at = Instant(
            milliseconds: (days.randomElement(using: &chance) ?? 0) * 1_000
                + Int64.random(in: 0..<30_000_000, using: &chance))
        var made: [Interaction] = []
        func add(
            _ kind: Interaction.Kind, place: String? = nil, theme: String? = nil, value: Interaction.Value? = nil
        ) throws {
            made.append(
                try Interaction(
                    id: FactID(bornAt: at, using: &chance), at: at, session: name, seq: made.count, screen: screen,
                    kind: kind, place: place, theme: theme, lang: lang, value: value,
                    clock: ScreenClock(receivedAt: receivedAt)))
            at = at.advanced(byMilliseconds: Int64.random(in: 0..<90_000, using: &chance))
        }
        if !isPhone, Int.random(in: 0..<12, using: &chance) > 0 { try add(.sessionStart) }
        for _ in 0..<Int.random(in: 0..<14, using: &chance) {
            switch Int.random(in: 0..<14, using: &chance) {
            case 0:
                lang = one(["fr", "en", "de"])
                try add(.language)
            case 1: try add(.filter, theme: "hike", value: .text(one(["children", "pushchair", "free"])))
            case 2: try add(.search, value: .number(Double(Int.random(in: 0..<3, using: &chance))))
            case 3: try add(.search, value: .flag(false))
            case 4: try add(.feedback, value: .number(Double(Int.random(in: 1...4, using: &chance))))
            case 5: try add(.takeAway, place: one(["pont", "moulin"]))
            case 6: try add(isPhone ? .scan : .trackDownload, place: one(["voie-verte"]))
            case 7: try add(.theme, theme: one(["hike", "cellar"]))
            case 8: try add(.place, theme: "heritage")
            case 9 where Int.random(in: 0..<20, using: &chance) == 0: try add(.sessionStart)
            default: try add(.place, place: one(["pont", "moulin", "menhir"]), theme: one(["", "hike"]).orNil)
            }
        }
        if !isPhone, Int.random(in: 0..<6, using: &chance) > 0 {
            try add(.sessionEnd, value: .text(one(["idle", "idle", "done", "error"])))
        }
        if Int.random(in: 0..<30, using: &chance) == 0 { try add(.sessionEnd, value: .text("idle")) }
        return made
    }
}

extension String {
    fileprivate var orNil: String? { isEmpty ? nil : self }
}
