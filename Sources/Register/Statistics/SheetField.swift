import GRDB
import Reception

/// Where a fact's code says what a breakdown or a filter asks, as a number each and the text that it stands for.
enum SheetField {
    /// One letter of some; any other is unknown.
    case letter(Int, [UInt8: String])
    /// A code written out, filled up with hyphens.
    case text(Int, Int)
    /// The number of a word.
    case word(Int)
    /// Up to three of them, as a contact has topics.
    case words([Int])
    /// A country (2), a département (3) and a postcode (5), one after another.
    case origin(Int)
    /// Facts of this kind never say it.
    case unknown

    /// Hands over the numbers: one, or several where a fact has several values.
    func each(_ sheet: Sheet, _ at: Int, _ body: (Int) throws -> Void) rethrows {
        try body(first(sheet, at))
        guard case .words(let offsets) = self else { return }
        for offset in offsets.dropFirst() {
            let key = sheet.key(at + offset, 5)
            guard key != Self.noWord else { break }
            try body(key)
        }
    }

    /// The number of a fact or, where it has several values, of the first.
    private func first(_ sheet: Sheet, _ at: Int) -> Int {
        switch self {
        case .letter(let offset, _): return Int(sheet.bytes[at + offset])
        case .text(let offset, let length): return sheet.key(at + offset, length)
        case .word(let offset): return sheet.key(at + offset, 5)
        case .words(let offsets): return sheet.key(at + offsets[0], 5)
        case .origin(let offset):
            let country = sheet.key(at + offset, 2)
            return country == Self.france ? sheet.key(at + offset + 2, 8) : country
        case .unknown: return 0
        }
    }

    /// The text of a number.
    func name(_ key: Int, _ words: SheetWords) throws -> String {
        switch self {
        case .letter(_, let names): return names[UInt8(truncatingIfNeeded: key)] ?? Origins.unknown
        case .text(_, let length):
            let text = Sheet.text(key, length)
            return text.hasPrefix("-") ? Origins.unknown : String(text.prefix { $0 != "-" })
        case .word, .words: return try words.text(key)
        case .origin:
            guard key < 0 || key > 0xFFFF else {
                let country = Sheet.text(key, 2)
                return words.origins.group(country: country == "--" ? nil : country, departement: nil, isLocal: false)
            }
            let text = Sheet.text(key, 8)
            let departement = text.prefix(3).prefix { $0 != "-" }
            return words.origins.group(
                country: "FR", departement: departement.isEmpty ? nil : String(departement),
                isLocal: words.localPostcodes.contains(String(text.suffix(5))))
        case .unknown: return Origins.unknown
        }
    }

    private static let noWord = 0x30_3030_3030
    private static let france = 0x4652
}

/// What numbers stand for, beside the codes themselves.
final class SheetWords {
    let origins: Origins
    let localPostcodes: Set<String>
    private let database: Database
    private var known: [Int: String] = [:]

    init(_ database: Database, origins: Origins, localPostcodes: Set<String>) {
        (self.database, self.origins, self.localPostcodes) = (database, origins, localPostcodes)
    }

    /// - `key`: five hexadecimal digits, as bytes.
    func text(_ key: Int) throws -> String {
        if let text = known[key] { return text }
        let number = Int(Sheet.text(key, 5), radix: 16) ?? 0
        let text =
            number == 0
            ? Origins.unknown
            : try String.fetchOne(
                database.cachedStatement(sql: "SELECT text FROM word WHERE id = ?"), arguments: [number])
                ?? Origins.unknown
        known[key] = text
        return text
    }
}

extension Sheet.Kind {
    /// Where its codes say what a facet that isn't about time asks.
    func field(_ facet: Facet) -> SheetField {
        switch (self, facet) {
        case (.visit, .channel):
            .letter(
                1,
                letters(
                    ["c": .counter, "p": .phone, "e": .email, "l": .post, "m": .chat, "o": .offSite]
                        as [Character: Contact.Channel]))
        case (.visit, .origin): .origin(5)
        case (.visit, .country): .text(5, 2)
        case (.visit, .departement): .text(7, 3)
        case (.visit, .stay):
            .letter(
                15, letters(["t": .tourist, "e": .excursionist, "r": .resident] as [Character: Contact.Stay]))
        case (.visit, .firstVisit): .letter(16, [UInt8(ascii: "y"): "yes", UInt8(ascii: "n"): "no"])
        case (.visit, .language): .text(17, 2)
        case (.visit, .duration):
            .letter(
                19,
                letters(["a": .under2, "b": .from2to5, "c": .from5to15, "d": .over15] as [Character: DurationSpan]))
        case (.visit, .outcome):
            .letter(
                20, letters(["a": .answered, "r": .referred, "u": .unmet] as [Character: Contact.Outcome]))
        case (.visit, .profile): .word(21)
        case (.visit, .desk): .word(26)
        case (.visit, .topic): .words([31, 36, 41])
        case (.tally, .desk): .word(1)
        case (.attendance, .site): .word(2)
        case (.ticket, .till), (.line, .till): .word(6)
        case (.line, .product): .word(11)
        case (.line, .category): .word(16)
        case (.line, .depositor): .word(21)
        default: .unknown
        }
    }
}

private func letters<Value: RawRepresentable<String>>(_ values: [Character: Value]) -> [UInt8: String] {
    Dictionary(
        uniqueKeysWithValues: values.compactMap { letter, value in letter.asciiValue.map { ($0, value.rawValue) } })
}
