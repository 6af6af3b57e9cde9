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
        let made = "Clôturé le \(Receipt.date(day)) à \(two(minute / 60)) h \(two(minute % 60))"
        return Sheet(
            title: "\(Self.name(closure.period)) n° \(closure.number)", owner: owner,
            heading: (OfficeCode.isOfDemonstration(entry.office) ? ["DÉMONSTRATION – sans valeur"] : []) + [
                Self.period(closure.period), "Caisse : \(entry.till)",
                made + (entry.counsellor.map { " par \($0)" } ?? ""),
            ]
                + [closure.entries.map { "Écritures \($0.lowerBound) à \($0.upperBound)" } ?? "Aucune écriture"],
            tables: tables(
                tickets: closure.tickets, refunds: closure.refunds, total: closure.total, vat: closure.vat,
                payments: closure.payments) + [
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
    public func preview(
        _ period: ClosurePeriod, till: String, totals: PeriodTotals, cashExpected: Money?, cashCounted: Money?
    ) -> Sheet {
        Sheet(
            title: Self.name(period), owner: [],
            heading: [Self.period(period), "Caisse : \(till)"],
            tables: tables(
                tickets: totals.tickets, refunds: totals.refunds, total: totals.total, vat: totals.vat,
                payments: totals.payments) + (cashExpected.map { [cash(expected: $0, counted: cashCounted)] } ?? []),
            foot: [])
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

    private var owner: [String] {
        [setting.seller.name] + setting.seller.address + ["SIRET : " + (setting.seller.siret ?? "à compléter")]
            + (setting.seller.vatNumber.map { ["TVA : " + $0] } ?? [])
    }

    private func tables(
        tickets: Int, refunds: Int, total: Money, vat: [VATAmount], payments: [Payment.Method: Money]
    ) -> [Sheet.Table] {
        let methods = Payment.Method.allCases.filter { payments[$0] != nil }
        return [
            .init(
                rows: [["Tickets", "\(tickets)"], ["Remboursements", "\(refunds)"]], sum: ["Total TTC", amount(total)]),
            .init(
                "TVA par taux", headings: ["Taux"] + Receipt.vatHeadings.dropFirst(),
                rows: vat.map { [Receipt.percent($0.rate), amount($0.net), amount($0.vat), amount($0.gross)] }),
            .init(
                "Règlements", rows: methods.map { [Receipt.name($0), amount(payments[$0] ?? .zero)] }),
        ]
    }

    private func cash(of closure: Closure) -> Sheet.Table {
        if case .day = closure.period { return cash(expected: closure.cashExpected, counted: closure.cashCounted) }
        return .init(rows: [])
    }

    private func cash(expected: Money, counted: Money?) -> Sheet.Table {
        .init(
            "Espèces dans le tiroir",
            rows: [["Attendu", amount(expected)], ["Compté", counted.map(amount) ?? "pas compté"]],
            sum: counted.map { ["Écart", amount($0 - expected)] } ?? [])
    }

    private func amount(_ money: Money) -> String { Receipt.amount(money, setting.currency) }

    private func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
