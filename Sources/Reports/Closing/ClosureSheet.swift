import Reception

/// A closure on paper (Z), in French: out of the sealed entry, so that a copy says the same years later.
public struct ClosureSheet: Sendable {
    private let setting: TillSetting

    /// In the words of an office.
    public init(setting: TillSetting) { self.setting = setting }

    /// The page of a closure's entry; nil of any other entry.
    public func sheet(of entry: TillEntry, clock: OfficeClock) -> Sheet? {
        guard case .closure(let closure) = entry.content else { return nil }
        let (day, minute) = clock.dayAndMinute(at: entry.at)
        let made = "Clôturé le \(Receipt.date(day)) à \(Receipt.two(minute / 60)) h \(Receipt.two(minute % 60))"
        return Sheet(
            title: "\(Self.name(closure.period)) n° \(closure.number)", owner: setting.seller.particulars,
            heading: (OfficeCode.isOfDemonstration(entry.office) ? ["DÉMONSTRATION – sans valeur"] : []) + [
                Self.period(closure.period), "Caisse : \(entry.till)",
                made + (entry.counsellor.map { " par \($0)" } ?? ""),
            ]
                + [closure.entries.map { "Écritures \($0.lowerBound) à \($0.upperBound)" } ?? "Aucune écriture"],
            tables: tables(of: closure) + [
                .init(
                    rows: [
                        ["Cumul de l’année", amount(closure.yearTotal)],
                        ["Total perpétuel", amount(closure.perpetualTotal)],
                    ]),
                cash(of: closure),
            ],
            foot: ["Sceau précédent : \(closure.head)", "Sceau : \(entry.seal.prefix(16))"])
    }

    /// What a period comes to before it is closed: the page it would have, without what only its seal can say.
    public func preview(_ closure: Closure, till: String) -> Sheet {
        Sheet(
            title: Self.name(closure.period), owner: [],
            heading: [Self.period(closure.period), "Caisse : \(till)"],
            tables: tables(of: closure) + [cash(of: closure)], foot: [])
    }

    /// `Clôture journalière (Z)`
    public static func name(_ period: ClosurePeriod) -> String {
        switch period {
        case .day: "Clôture journalière (Z)"
        case .month: "Clôture mensuelle"
        case .year: "Clôture annuelle"
        }
    }

    private static func period(_ period: ClosurePeriod) -> String {
        switch period {
        case .day(let day): "Journée du \(Receipt.date(day))"
        case .month(let year, let month): "Mois : \(month < 10 ? "0" : "")\(month)/\(year)"
        case .year(let year): "Année \(year)"
        }
    }

    private func tables(of closure: Closure) -> [Sheet.Table] {
        let methods = Payment.Method.allCases.filter { closure.payments[$0] != nil }
        return [
            .init(
                rows: [["Tickets", "\(closure.tickets)"], ["Remboursements", "\(closure.refunds)"]],
                sum: ["Total TTC", amount(closure.total)]),
            .init(
                "TVA par taux", headings: ["Taux"] + Receipt.vatHeadings.dropFirst(),
                rows: closure.vat.map { [Receipt.percent($0.rate), amount($0.net), amount($0.vat), amount($0.gross)] }),
            .init(
                "Règlements", rows: methods.map { [Receipt.name($0), amount(closure.payments[$0] ?? .zero)] }),
        ]
    }

    /// Of a day only.
    private func cash(of closure: Closure) -> Sheet.Table {
        guard case .day = closure.period else { return .init(rows: []) }
        return .init(
            "Espèces dans le tiroir",
            rows: [
                ["Attendu", amount(closure.cashExpected)], ["Compté", closure.cashCounted.map(amount) ?? "pas compté"],
            ],
            sum: closure.cashCounted.map { ["Écart", amount($0 - closure.cashExpected)] } ?? [])
    }

    private func amount(_ money: Money) -> String { Receipt.amount(money, setting.currency) }
}
