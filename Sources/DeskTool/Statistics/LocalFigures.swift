import Reception
import Register
import Terminal

/// Figures of the register on this machine, beside the server.
struct LocalFigures: FigureSource {
    let register: Register
    let setting: StatisticsSetting
    let today: OfficeDay

    func answer(_ question: Question) throws -> Answer { try register.answer(question, today: today) }

    func leftOut(of subject: Subject, over days: Days) throws -> RowsLeftOut {
        try register.rowsLeftOut(of: subject, over: days)
    }

    func names(for question: Question) throws -> FacetNames {
        let facets = Set(question.filters.map(\.facet) + [question.breakdown].compactMap(\.self))
        var names = FacetNames(
            vocabulary: try register.setting()?.vocabulary ?? Vocabulary(), origins: setting.origins,
            seasons: setting.seasons)
        // The shop's are read only when they are shown.
        if facets.contains(.product) {
            names.others[.product] = Dictionary(
                try shop.products(archived: true).map {
                    ($0.code, Measure.Wording(fr: $0.label(in: .french), en: $0.label(in: .english)))
                }, uniquingKeysWith: { $1 })
        }
        if facets.contains(.depositor) {
            names.others[.depositor] = Dictionary(
                try shop.depositors().map { ($0.code, Measure.Wording(fr: $0.name, en: $0.name)) },
                uniquingKeysWith: { $1 })
        }
        return names
    }

    /// Any till knows the office's products.
    private var shop: RegisterTill { get throws { try register.till(UsualTill().tillCode) } }
}

extension CounterPlace {
    /// Opens what figures are asked of, gives it to `body` and lets go of it. The one place that knows where that is.
    func withFigures<Result>(now: Instant, _ body: (any FigureSource) throws -> Result) throws -> Result {
        switch self {
        case .folder(let folder):
            do {
                let register = try Register.beside(folder, now: now)
                defer { register.shutdown() }
                DemonstrationLine.tell(ifOfOffice: register.office)
                return try body(
                    LocalFigures(
                        register: register, setting: try register.statisticsSetting(),
                        today: register.clock.dayAndHour(at: now).day))
            } catch let error as RegisterError {
                throw Refused(error)
            }
        case .server:
            throw Refused.byPerson(
                say(
                    "Ces chiffres se lisent sur la machine du serveur : desk stats … --data DOSSIER.",
                    "These figures are read on the server's machine: desk stats … --data FOLDER."))
        }
    }
}
