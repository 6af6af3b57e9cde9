import Reception
import Yams

/// What the readers of one file share: where problems go, the languages that texts should have, and how many do.
final class FieldContext {
    let report: FileReport
    let languages: [Language]
    var coverage: LanguageCoverage

    init(report: FileReport, languages: [Language]) {
        self.report = report
        self.languages = languages
        self.coverage = LanguageCoverage(languages: languages)
    }

    /// The office's own.
    var ownLanguage: Language { languages.first ?? .french }

    /// Whether a text may be in that language. Any may when the office's are not known: that is told once, of `office.yaml`,
    /// and not a thousand times.
    func mayHave(_ language: Language) -> Bool { languages.isEmpty || languages.contains(language) }
}

/// A group of keys of which the reader knows all that can stand there. Reading a key that isn't there, or whose value is of the
/// wrong type, gives nil; the latter is reported.
struct Fields {
    let context: FieldContext
    let line: Int
    private let values: [(key: String, value: Node)]

    /// Nil, and reported, when `node` isn't a group of keys. Keys that aren't in `keys` are reported.
    init?(_ node: Node, named name: String, keys: [String], context: FieldContext) {
        guard case .mapping(let mapping) = node else {
            context.report.error(.wrongType(name, .mapping), line: node.line)
            return nil
        }
        var values: [(key: String, value: Node)] = []
        for (keyNode, value) in mapping {
            guard let key = keyNode.plainText, keys.contains(key) else {
                context.report.error(.unknownKey(keyNode.plainText ?? "?", among: keys), line: keyNode.line)
                continue
            }
            values.append((key, value))
        }
        self.context = context
        self.line = node.line
        self.values = values
    }

    var report: FileReport { context.report }

    func has(_ key: String) -> Bool {
        node(key) != nil
    }

    func line(of key: String) -> Int {
        node(key)?.line ?? line
    }

    func node(_ key: String) -> Node? {
        values.first { $0.key == key }?.value
    }

    /// The node of a key that can't be left out.
    func required(_ key: String) -> Node? {
        let found = node(key)
        if found == nil { report.error(.missingKey(key), line: line) }
        return found
    }

    func fields(_ key: String, keys: [String]) -> Fields? {
        node(key).flatMap { Fields($0, named: key, keys: keys, context: context) }
    }

    /// The groups of a list of groups.
    func groups(_ key: String, keys: [String]) -> [Fields] {
        items(key).compactMap { Fields($0, named: key, keys: keys, context: context) }
    }

    /// The items of a list; a missing list is empty.
    func items(_ key: String) -> [Node] {
        guard let node = node(key) else { return [] }
        guard case .sequence(let sequence) = node else {
            report.error(.wrongType(key, .list), line: node.line)
            return []
        }
        return Array(sequence)
    }

    func text(_ key: String) -> String? {
        node(key).flatMap { text($0, named: key) }
    }

    func text(_ node: Node, named key: String) -> String? {
        guard let text = node.plainText else {
            report.error(.wrongType(key, .text), line: node.line)
            return nil
        }
        guard text.contains(where: { !$0.isWhitespace }) else {
            report.error(.emptyText(key), line: node.line)
            return nil
        }
        return text
    }

    func texts(_ key: String) -> [String] {
        items(key).compactMap { text($0, named: key) }
    }

    /// A value read from its text; nil, and reported, when `parse` doesn't take it.
    func value<Value>(_ key: String, _ expected: Expected, _ parse: (String) -> Value?) -> Value? {
        node(key).flatMap { value($0, named: key, expected, parse) }
    }

    func value<Value>(_ node: Node, named key: String, _ expected: Expected, _ parse: (String) -> Value?) -> Value? {
        guard let text = node.plainText, let value = parse(text) else {
            report.error(.wrongType(key, expected), line: node.line)
            return nil
        }
        return value
    }

    func boolean(_ key: String) -> Bool? {
        value(key, .boolean) { ["true": true, "false": false][$0] }
    }

    func integer(_ key: String, in range: ClosedRange<Int>) -> Int? {
        guard let number = value(key, .integer, { decimal($0) }) else { return nil }
        guard range.contains(number) else {
            report.error(.outOfRange(key, "\(range.lowerBound)…\(range.upperBound)"), line: line(of: key))
            return nil
        }
        return number
    }

    func number(_ key: String, in range: ClosedRange<Double>) -> Double? {
        guard let number = value(key, .number, Fields.decimalNumber) else { return nil }
        guard range.contains(number) else {
            report.error(.outOfRange(key, "\(range.lowerBound)…\(range.upperBound)"), line: line(of: key))
            return nil
        }
        return number
    }

    func choice<Choice: RawRepresentable & CaseIterable>(_ key: String, of: Choice.Type) -> Choice?
    where Choice.RawValue == String {
        node(key).flatMap { choice($0, named: key, of: of) }
    }

    func choices<Choice: RawRepresentable & CaseIterable>(_ key: String, of: Choice.Type) -> [Choice]
    where Choice.RawValue == String {
        items(key).compactMap { choice($0, named: key, of: of) }
    }

    private func choice<Choice: RawRepresentable & CaseIterable>(_ node: Node, named key: String, of: Choice.Type)
        -> Choice?
    where Choice.RawValue == String {
        guard let text = node.plainText else {
            report.error(.wrongType(key, .text), line: node.line)
            return nil
        }
        guard let choice = Choice(rawValue: text) else {
            report.error(.unknownValue(text, of: key, among: Choice.allCases.map(\.rawValue)), line: node.line)
            return nil
        }
        return choice
    }

    func date(_ key: String) -> OfficeDay? {
        value(key, .date) { OfficeDay($0) }
    }

    func partialDate(_ key: String) -> PartialDate? {
        value(key, .partialDate) { PartialDate($0) }
    }

    /// Digits with at most one point, and a sign: neither `nan` nor `0x1p3`, which `Double` would take.
    private static func decimalNumber(_ text: String) -> Double? {
        let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
        guard let first = digits.utf8.first, (48...57).contains(first),
            digits.utf8.allSatisfy({ (48...57).contains($0) || $0 == UInt8(ascii: ".") })
        else { return nil }
        return Double(text)
    }
}
