import Reception
import Yams

/// Reads `strategy.yaml`, which an office may leave out: its board then has no lines.
struct StrategyReader {
    static let file = "strategy.yaml"

    private let known: IndicatorReader.Known
    private var indicators: [StrategyIndicator] = []
    private var codes: Set<String> = []
    /// Indicators that are named by their code alone.
    private var mentions: [(code: String, line: Int)] = []

    static func read(_ root: Node, known: IndicatorReader.Known, context: FieldContext) -> Strategy {
        guard let fields = Fields(root, named: file, keys: ["name", "axes"], context: context) else {
            return Strategy(currency: known.currency)
        }
        var reader = StrategyReader(known: known)
        _ = fields.required("axes")
        let name = fields.wording("name")
        let axes = reader.axes(fields)
        for (code, line) in reader.mentions where !reader.codes.contains(code) {
            context.report.error(
                .unknownReference(code, key: "indicator", file: file, among: reader.codes.sorted()), line: line)
        }
        return Strategy(name: name, axes: axes, indicators: reader.indicators, currency: known.currency)
    }

    private init(known: IndicatorReader.Known) { self.known = known }

    private mutating func axes(_ root: Fields) -> [Strategy.Axis] {
        var axes: [Strategy.Axis] = []
        for item in root.groups("axes", keys: ["code", "name", "objectives"]) {
            _ = item.required("objectives")
            let objectives = objectives(item)
            guard let head = item.codeAndName(notOneOf: axes.map(\.code)) else { continue }
            axes.append(Strategy.Axis(code: head.code, name: head.name, objectives: objectives))
        }
        return axes
    }

    private mutating func objectives(_ axis: Fields) -> [Strategy.Objective] {
        var objectives: [Strategy.Objective] = []
        for item in axis.groups("objectives", keys: ["code", "name", "indicators"]) {
            _ = item.required("indicators")
            let named = named(item)
            guard let head = item.codeAndName(notOneOf: objectives.map(\.code)) else { continue }
            objectives.append(Strategy.Objective(code: head.code, name: head.name, indicators: named))
        }
        return objectives
    }

    /// The codes of an objective's indicators: defined here, or by their code alone when another objective has them too.
    private mutating func named(_ objective: Fields) -> [String] {
        var named: [String] = []
        for node in objective.items("indicators") {
            let mentioned = node.plainText
            if let mentioned { mentions.append((mentioned, node.line)) }
            guard let code = mentioned ?? define(node, context: objective.context) else { continue }
            if named.contains(code) {
                objective.report.error(.duplicateID(code), line: node.line)
            } else {
                named.append(code)
            }
        }
        return named
    }

    /// Its code, even when the rest of it is wrong: whoever mentions it isn't wrong too.
    private mutating func define(_ node: Node, context: FieldContext) -> String? {
        guard let item = Fields(node, named: "indicators", keys: IndicatorReader.keys, context: context),
            let head = item.codeAndName(notOneOf: Array(codes))
        else { return nil }
        codes.insert(head.code)
        if let indicator = IndicatorReader(item: item, known: known).indicator(head.code, head.name) {
            indicators.append(indicator)
        }
        return head.code
    }
}

extension Fields {
    /// `{fr: …, en: …}`: what the office's people read, in both languages.
    func wording(_ key: String) -> Measure.Wording? {
        guard let texts = fields(key, keys: ["fr", "en"]) else { return nil }
        for language in ["fr", "en"] { _ = texts.required(language) }
        guard let fr = texts.text("fr"), let en = texts.text("en") else { return nil }
        return .init(fr: fr, en: en)
    }

    /// What everything in the strategy has.
    fileprivate func codeAndName(notOneOf taken: [String]) -> (code: String, name: Measure.Wording)? {
        for key in ["code", "name"] { _ = required(key) }
        let code = value("code", .slug) { Fields.isSlug($0) ? $0 : nil }
        let name = wording("name")
        guard let code, let name else { return nil }
        guard !taken.contains(code) else {
            report.error(.duplicateID(code), line: line)
            return nil
        }
        return (code, name)
    }
}
