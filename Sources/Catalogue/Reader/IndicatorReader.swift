import Reception
import Yams

/// Reads an indicator of `strategy.yaml`: one figure a year, from one source.
struct IndicatorReader {
    private static let sources = ["computed", "catalogue", "entered", "board"]
    static let keys = ["code", "name", "of", "kinds", "targets"] + sources

    /// What it may speak of. Lists are nil while their file can't be read, which tells so itself.
    struct Known {
        var currency: String
        var labels: [String]?
        var topics: [String]?
        var sites: [String]?
    }

    let item: Fields
    let known: Known

    func indicator(_ code: String, _ name: Measure.Wording) -> StrategyIndicator? {
        let given = Self.sources.filter(item.has)
        guard given.count == 1 else {
            item.report.error(.indicatorSource(code, among: Self.sources), line: item.line)
            return nil
        }
        for key in ["of", "kinds"] where item.has(key) && given[0] != "computed" {
            item.report.error(.onlyComputed(key), line: item.line(of: key))
        }
        guard let source = source(given[0]) else { return nil }
        var indicator = StrategyIndicator(code: code, name: name, source: source)
        indicator.targets = targets(in: indicator.unit)
        return indicator
    }

    private func source(_ key: String) -> StrategyIndicator.Source? {
        switch key {
        case "computed": return computed().map { .computed($0) }
        case "catalogue": return count().map { .catalogue($0) }
        case "entered": return entered().map { .entered($0) }
        default:
            guard let isBoard = item.boolean("board") else { return nil }
            if !isBoard { item.report.error(.wrongType("board", .boolean), line: item.line(of: "board")) }
            return isBoard ? .board : nil
        }
    }

    private func entered() -> StrategyIndicator.Entered? {
        guard let fields = item.fields("entered", keys: ["unit", "from", "months"]) else { return nil }
        for key in ["unit", "from"] { _ = fields.required(key) }
        let unit = fields.value("unit", .enteredUnit) { text in
            IndicatorUnit(rawValue: text).flatMap { IndicatorUnit.entered.contains($0) ? $0 : nil }
        }
        let from = fields.wording("from")
        let months = fields.choice("months", of: StrategyIndicator.Entered.Months.self)
        guard let unit, let from else { return nil }
        return .init(unit: unit, from: from, months: months ?? .last)
    }

    private func count() -> StrategyIndicator.CatalogueCount? {
        item.fields("catalogue", keys: ["kinds", "labels"]).map { fields in
            .init(
                kinds: fields.choices("kinds", of: PlaceKind.self).map(\.rawValue),
                labels: fields.references("labels", to: LabelsReader.file, known: known.labels))
        }
    }

    private func computed() -> StrategyIndicator.Computed? {
        let (question, whole) = (question("computed"), question("of"))
        guard let question, !item.has("of") || whole != nil else { return nil }
        if let whole, ![question, whole].allSatisfy(\.measure.isSum) {
            item.report.error(.noShare(question, whole), line: item.line(of: "of"))
            return nil
        }
        let kinds = item.has("kinds") ? item.choices("kinds", of: PlaceKind.self).map(\.rawValue) : nil
        if kinds != nil, !question.measure.filters.contains(.place) {
            item.report.error(.knowsNoPlaces(question), line: item.line(of: "kinds"))
            return nil
        }
        return .init(question: question, whole: whole, kinds: kinds)
    }

    private func question(_ key: String) -> StandingQuestion? {
        guard let text = item.text(key) else { return nil }
        do {
            let question = try StandingQuestion(text)
            return tellStrangers(in: question, key) ? nil : question
        } catch {
            item.report.error(.questionImpossible(error), line: item.line(of: key))
            return nil
        }
    }

    /// Codes that the office doesn't have would be counted as nothing for ever.
    private func tellStrangers(in question: StandingQuestion, _ key: String) -> Bool {
        var isStrange = false
        for filter in question.filters {
            let (own, file): ([String]?, String) =
                switch filter.facet {
                case .topic: (known.topics, "\(OfficeReader.file), desk.topics")
                case .site: (known.sites, "\(OfficeReader.file), desk.sites")
                case .theme: (PlaceKind.allCases.map(\.rawValue), ThemesReader.file)
                default: (nil, "")
                }
            guard let own else { continue }
            for value in filter.values where value != Origins.unknown && !own.contains(value) {
                item.report.error(
                    .unknownReference(value, key: filter.facet.rawValue, file: file, among: own),
                    line: item.line(of: key))
                isStrange = true
            }
        }
        return isStrange
    }

    private func targets(in unit: IndicatorUnit) -> [StrategyIndicator.Target] {
        var targets: [StrategyIndicator.Target] = []
        for fields in item.groups("targets", keys: ["year", "value"]) {
            for key in ["year", "value"] { _ = fields.required(key) }
            let year = fields.integer("year", in: 2000...2100)
            let value = fields.value("value", .target(unit)) { unit.read($0, currency: known.currency) }
            guard let year, let value else { continue }
            if targets.contains(where: { $0.year == year }) {
                fields.report.error(.duplicateID("\(year)"), line: fields.line)
            } else {
                targets.append(.init(year: year, value: value))
            }
        }
        return targets
    }
}

extension Measure {
    fileprivate var isSum: Bool {
        guard case .sum = definition.formula else { return false }
        return true
    }
}

extension Expected {
    fileprivate static let enteredUnit = Expected(
        french: "count, cents (une somme), percent ou yes-no", english: "count, cents (an amount), percent or yes-no",
        example: "count")

    fileprivate static func target(_ unit: IndicatorUnit) -> Expected {
        Expected(
            french: "un objectif dans l'unité de l'indicateur, \(unit.example(in: .french))",
            english: "a target in the indicator's unit, \(unit.example(in: .english))",
            example: unit == .yesNo ? "yes" : "1250")
    }
}
