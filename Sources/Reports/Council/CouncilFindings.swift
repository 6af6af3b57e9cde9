import Reception

/// What the figures say, in sentences that say no more: what was counted, never why; a direction only where both years were counted and the base is large
/// enough; every number in them is one of the report's figures.
extension CouncilReport {
    /// A change of less than so many tenths of a percent is called stable.
    static let stableBelow = 30

    /// The first three that can be told.
    public func findings(in language: MessageLanguage) -> [String] {
        let told = [attendance, origins, turnover, screens, busiest, admissions].lazy.compactMap { $0(language) }
        return Array(told.prefix(3))
    }

    private func attendance(_ language: MessageLanguage) -> String? {
        guard let answer = figure(.visitors), case .number(let people) = answer.figure(column: 0) else { return nil }
        let words = words(language)
        let came =
            language == .french
            ? "\(when(language)), l’office a compté \(words.count(people)) visiteur\(people > 1 ? "s" : "")"
            : "\(when(language)) the office counted \(words.count(people)) visitor\(people == 1 ? "" : "s")"
        return came + against(answer, language) + "."
    }

    private func origins(_ language: MessageLanguage) -> String? {
        guard let answer = figure(.foreignShare), let share = answer.figure(column: 0).tenthsOfPercent,
            case .share(_, let base) = answer.figure(column: 0)
        else { return nil }
        let words = words(language)
        var sentence =
            language == .french
            ? "Parmi les \(words.count(base)) visiteurs dont l’origine est connue, \(words.percent(share)) viennent de l’étranger"
            : "Of the \(words.count(base)) visitors of known origin, \(words.percent(share)) came from abroad"
        if let before = answer.figure(column: 1).tenthsOfPercent {
            sentence +=
                language == .french
                ? " ; ils étaient \(words.percent(before)) \(otherTime(language))"
                : "; they were \(words.percent(before)) \(otherTime(language))"
        }
        return sentence + "."
    }

    private func turnover(_ language: MessageLanguage) -> String? {
        guard let answer = figure(.turnover), case .number(let cents) = answer.figure(column: 0) else { return nil }
        let amount = words(language).number(cents, .cents)
        return
            (language == .french
            ? "La boutique a vendu pour \(amount) TTC" : "The shop’s turnover was \(amount), VAT included")
            + against(answer, language) + "."
    }

    private func screens(_ language: MessageLanguage) -> String? {
        guard let answer = figure(.sessions), case .number(let sessions) = answer.figure(column: 0) else { return nil }
        let count = words(language).count(sessions)
        return
            (language == .french
            ? "Les écrans ont compté \(count) session\(sessions > 1 ? "s" : "")"
            : "The screens counted \(count) session\(sessions == 1 ? "" : "s")")
            + against(answer, language) + "."
    }

    /// Only when no other month, or day, has as many, and none is kept from being told.
    private func busiest(_ language: MessageLanguage) -> String? {
        guard let answer = table(.visitors, by: scope.step) else { return nil }
        let cells = answer.table.cells.map { $0[0] }
        guard cells.count > 1, !cells.contains(.hidden), let most = cells.compactMap(\.number).max(), most > 0,
            cells.count(where: { $0.number == most }) == 1, let row = cells.firstIndex(where: { $0.number == most })
        else { return nil }
        let name = scope.step.valueName(answer.table.rows[row], names: office.names, in: language)
        let (count, isMonth) = (words(language).count(most), scope.step == .month)
        return language == .french
            ? "Le \(isMonth ? "mois" : "jour") où l’on a compté le plus de visiteurs est \(isMonth ? "" : "le ")\(name) : \(count)."
            : "The \(isMonth ? "month" : "day") with most visitors counted is \(name): \(count)."
    }

    private func admissions(_ language: MessageLanguage) -> String? {
        guard let answer = figure(.admissions), case .number(let people) = answer.figure(column: 0) else { return nil }
        let count = words(language).count(people)
        return
            (language == .french
            ? "Les sites ont compté \(count) entrée\(people > 1 ? "s" : "")"
            : "The sites counted \(count) admission\(people == 1 ? "" : "s")")
            + against(answer, language) + "."
    }

    /// `, contre 23 456 en 2025 : +4,2 %`; nothing when the year before wasn't counted or isn't told.
    private func against(_ answer: Answer, _ language: MessageLanguage) -> String {
        guard answer.table.columns.count == 2, case .number(let before) = answer.figure(column: 1) else { return "" }
        let words = words(language)
        let amount = words.number(before, answer.question.measure.unit)
        let held =
            language == .french
            ? ", contre \(amount) \(otherTime(language))" : ", against \(amount) \(otherTime(language))"
        guard let change = answer.change(row: nil) else { return held }
        return held + (language == .french ? " : " : ": ") + direction(change, language)
    }

    /// `en hausse de 4,2 %`, `stable (+1,2 %)`
    func direction(_ change: Int, _ language: MessageLanguage) -> String {
        let (words, isFrench) = (words(language), language == .french)
        if change.magnitude < Self.stableBelow {
            return "stable (\(words.change(change)))"
        }
        let size = words.percent(Int(change.magnitude))
        return change > 0
            ? (isFrench ? "en hausse de \(size)" : "up \(size)") : (isFrench ? "en baisse de \(size)" : "down \(size)")
    }

    /// `En 2026`, `En juillet 2026`, `Du 1er janvier au 22 novembre 2026`
    private func when(_ language: MessageLanguage) -> String {
        let (period, days) = (DayWords(language).period(scope.period), daysCounted(in: language))
        guard let last = scope.period.days.last, scope.through < last else {
            return (language == .french ? "En " : "In ") + period
        }
        guard language == .french else { return "From " + days + "," }
        return days.prefix(1).uppercased() + days.dropFirst()
    }

    /// `en 2025`, `aux mêmes dates de 2025`
    private func otherTime(_ language: MessageLanguage) -> String {
        let other = other(in: language)
        let isWhole = scope.period.days.last.map { scope.through >= $0 } ?? false
        let isFrench = language == .french
        switch scope.comparison {
        case .sameDates where isWhole: return isFrench ? "en \(other)" : "in \(other)"
        case .sameDates, .toDate: return isFrench ? "aux mêmes dates de \(other)" : "on the same dates of \(other)"
        default: return isFrench ? "les mêmes jours de semaine un an plus tôt" : "on the same weekdays a year before"
        }
    }
}
