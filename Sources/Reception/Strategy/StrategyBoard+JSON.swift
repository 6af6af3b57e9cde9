/// A board as programs read it; `Strategy` in docs/openapi.yaml.
extension StrategyBoard {
    /// The board with its texts in one language.
    public func document(in language: MessageLanguage) -> some Encodable & Sendable {
        StrategyDocument(board: self, language: language)
    }
}

private struct StrategyDocument: Encodable, Sendable {
    let board: StrategyBoard
    let language: MessageLanguage

    private enum Key: String, CodingKey {
        case year, name, currency, axes, objectives, indicators, code
        case asOf = "as_of"
        case withoutFigure = "without_figure"
        case withoutTarget = "without_target"
    }

    func encode(to encoder: any Encoder) throws {
        let strategy = board.strategy
        var values = encoder.container(keyedBy: Key.self)
        try values.encode(board.year, forKey: .year)
        try values.encode(board.today.description, forKey: .asOf)
        try values.encode(strategy.name?[language], forKey: .name)
        try values.encode(strategy.currency, forKey: .currency)
        try values.encode(board.withoutFigure, forKey: .withoutFigure)
        try values.encode(board.withoutTarget, forKey: .withoutTarget)
        var axes = values.nestedUnkeyedContainer(forKey: .axes)
        for axis in strategy.axes {
            var values = axes.nestedContainer(keyedBy: Key.self)
            try values.encode(axis.code, forKey: .code)
            try values.encode(axis.name[language], forKey: .name)
            var objectives = values.nestedUnkeyedContainer(forKey: .objectives)
            for objective in axis.objectives {
                var values = objectives.nestedContainer(keyedBy: Key.self)
                try values.encode(objective.code, forKey: .code)
                try values.encode(objective.name[language], forKey: .name)
                try values.encode(
                    board.lines(of: objective).map {
                        LineDocument(line: $0, year: board.year, currency: strategy.currency, language: language)
                    }, forKey: .indicators)
            }
        }
    }
}

private struct LineDocument: Encodable, Sendable {
    let line: StrategyBoard.Line
    let year: Int
    let currency: String
    let language: MessageLanguage

    private enum Key: String, CodingKey {
        case code, name, from, question, of, kinds, labels, unit, value, words, target, trend, kind, amount, source, who
        case tooFew = "too_few"
        case targetReached = "target_reached"
        case recordedAt = "recorded_at"
        case periods
    }

    func encode(to encoder: any Encoder) throws {
        let indicator = line.indicator
        let unit = indicator.unit
        var values = encoder.container(keyedBy: Key.self)
        try values.encode(indicator.code, forKey: .code)
        try values.encode(indicator.name[language], forKey: .name)
        try encode(indicator.source, into: &values)
        try values.encode(unit, forKey: .unit)
        try values.encode(line.figure.number.map(unit.decimal), forKey: .value)
        try values.encode(
            line.figure.number.map { unit.words($0, in: language, currency: currency) }, forKey: .words)
        if case .tooFew(let base) = line.figure {
            try values.encode(base, forKey: .tooFew)
        } else {
            try values.encodeNil(forKey: .tooFew)
        }
        try values.encode(line.target.map(unit.decimal), forKey: .target)
        try values.encode(line.isReached, forKey: .targetReached)
        if let trend = line.trend {
            var told = values.nestedContainer(keyedBy: Key.self, forKey: .trend)
            try told.encode(trend.kind, forKey: .kind)
            try told.encode(trend.amount, forKey: .amount)
            try told.encode(trend.words(in: language), forKey: .words)
        } else {
            try values.encodeNil(forKey: .trend)
        }
        let last = line.entries.first
        try values.encode(last?.entry.source, forKey: .source)
        try values.encode(last?.entry.who, forKey: .who)
        try values.encode(last?.recordedAt, forKey: .recordedAt)
        try values.encode(line.entries.map(\.entry.period.text), forKey: .periods)
    }

    private func encode(_ source: StrategyIndicator.Source, into values: inout KeyedEncodingContainer<Key>) throws {
        switch source {
        case .computed(let computed):
            try values.encode("computed", forKey: .from)
            try values.encode(computed.question.text, forKey: .question)
            try values.encode(computed.whole?.text, forKey: .of)
            try values.encode(computed.kinds, forKey: .kinds)
        case .catalogue(let count):
            try values.encode("catalogue", forKey: .from)
            try values.encode(count.kinds, forKey: .kinds)
            try values.encode(count.labels, forKey: .labels)
        case .entered: try values.encode("entered", forKey: .from)
        case .board: try values.encode("board", forKey: .from)
        }
    }
}
