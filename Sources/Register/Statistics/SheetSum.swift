import Reception

/// How a figure is summed out of sheets: which facts, which of them, and how much each is. It says what `Measure` says in words.
struct SheetSum {
    /// The facts of one kind of sheet.
    struct Part {
        let kind: Sheet.Kind
        /// How much the fact at a place is; nil: it doesn't count.
        let amount: (Sheet, Int) -> Int?
    }

    /// Who counted: what tells zero from not counted.
    enum Source {
        case desk, door, opening, attendance, till

        /// The sheets whose facts are its signs.
        var sign: Sheet.Kind {
            switch self {
            case .desk: .desk
            case .door: .door
            case .opening: .opening
            case .attendance: .attendance
            case .till: .entry
            }
        }
    }

    let source: Source
    let parts: [Part]

    /// Nil of what isn't a sum of facts of the desk or the till.
    init?(_ measure: Measure) {
        switch measure {
        case .contacts: self.init(contacts: { _, _ in true })
        case .counterContacts: self.init(contacts: { $0.bytes[$1 + 1] == Letter.counter })
        case .remoteContacts:
            self.init(contacts: { ![Letter.counter, Letter.offSite].contains($0.bytes[$1 + 1]) })
        case .offSiteContacts: self.init(contacts: { $0.bytes[$1 + 1] == Letter.offSite })
        case .partiesUnknown:
            self.init(contacts: { $0.bytes[$1 + 1] == Letter.counter && $0.hex($1 + 2, 3) == 0 })
        case .outcomesKnown: self.init(contacts: { $0.bytes[$1 + 20] != Letter.unknown })
        case .unmet: self.init(contacts: { $0.bytes[$1 + 20] == Letter.unmet })
        case .visitors: self.init(.desk, [Self.parties { _, _ in true }, Self.tallies])
        case .tallied: self.init(.desk, [Self.tallies])
        case .originsKnown: self.init(.desk, [Self.parties { $0.bytes[$1 + 5] != Letter.unknown }])
        case .foreigners:
            self.init(
                .desk, [Self.parties { $0.bytes[$1 + 5] != Letter.unknown && $0.key($1 + 5, 2) != Letter.france }])
        case .returnsKnown: self.init(.desk, [Self.parties { $0.bytes[$1 + 16] != Letter.unknown }])
        case .returns: self.init(.desk, [Self.parties { $0.bytes[$1 + 16] == Letter.no }])
        case .door: self.init(.door, [Part(kind: .door) { $0.amount($1 + 1) }])
        case .openMinutes: self.init(.opening, [Part(kind: .opening) { $0.hex($1, 3) }])
        case .admissions: self.init(people: Letter.admission)
        case .tasters: self.init(people: Letter.tasting)
        case .exhibitionVisitors: self.init(people: Letter.exhibition)
        case .tastings:
            self.init(.attendance, [Part(kind: .attendance) { $0.bytes[$1 + 1] == Letter.tasting ? 1 : nil }])
        case .tickets: self.init(.till, [Part(kind: .ticket) { _, _ in 1 }])
        case .turnover: self.init(.till, [Part(kind: .line) { $0.amount($1 + 26) }])
        case .turnoverNet: self.init(.till, [Part(kind: .line) { $0.amount($1 + 34) }])
        case .depositorSales:
            self.init(.till, [Part(kind: .line) { $0.hex($1 + 21, 5) == 0 ? nil : $0.amount($1 + 26) }])
        case .ownTakings: self.init(.till, [Part(kind: .line) { $0.amount($1 + 42) }])
        default: return nil
        }
    }

    private init(_ source: Source, _ parts: [Part]) { (self.source, self.parts) = (source, parts) }

    private init(contacts holds: @escaping (Sheet, Int) -> Bool) {
        self.init(.desk, [Part(kind: .visit) { holds($0, $1) ? 1 : nil }])
    }

    private init(people what: UInt8) {
        self.init(.attendance, [Part(kind: .attendance) { $0.bytes[$1 + 1] == what ? $0.amount($1 + 7) : nil }])
    }

    /// Those who came to the counter, of parties whose size is known.
    private static func parties(_ holds: @escaping (Sheet, Int) -> Bool) -> Part {
        Part(kind: .visit) { sheet, at in
            guard sheet.bytes[at + 1] == Letter.counter, holds(sheet, at) else { return nil }
            let people = sheet.hex(at + 2, 3)
            return people == 0 ? nil : people
        }
    }

    private static var tallies: Part { Part(kind: .tally) { $0.amount($1 + 6) } }

    private enum Letter {
        static let unknown = UInt8(ascii: "-")
        static let counter = UInt8(ascii: "c")
        static let offSite = UInt8(ascii: "o")
        static let unmet = UInt8(ascii: "u")
        static let no = UInt8(ascii: "n")
        static let admission = UInt8(ascii: "a")
        static let tasting = UInt8(ascii: "t")
        static let exhibition = UInt8(ascii: "e")
        static let france = 0x4652
    }
}
