import ArgumentParser
import Reception
import Terminal

/// Amounts and days of a till, as they are told.
struct TillWords {
    let setting: TillSetting
    let moments: MomentWords

    init(_ desk: TillDesk) {
        setting = desk.till.setting
        // The till's day, which ends at the office's cut-off.
        moments = MomentWords(clock: desk.till.clock, now: desk.now.advanced(byMinutes: -desk.till.setting.cutoff))
    }

    /// `17,00 €`
    func amount(_ money: Money) -> String { money.wording(in: speech, currency: setting.currency) }

    /// `il manque 2,40 €`, `2,40 € de trop`, `le compte est juste`
    func difference(_ difference: Money) -> String {
        if difference == .zero { return say("le compte est juste", "the count is right") }
        let amount = amount(Money(cents: abs(difference.cents)))
        return difference < .zero
            ? say("il manque \(amount)", "\(amount) missing") : say("\(amount) de trop", "\(amount) too much")
    }

    /// `mardi 14 juillet`, `juillet 2026`, `2026`
    func period(_ period: ClosurePeriod) -> String {
        switch period {
        case .day(let day): moments.day(day)
        case .month: moments.month(period.days.lowerBound)
        case .year(let year): "\(year)"
        }
    }
}

extension Instant {
    fileprivate func advanced(byMinutes minutes: Int) -> Instant {
        Instant(milliseconds: milliseconds + Int64(minutes) * 60_000)
    }
}

extension ClosurePeriod {
    /// Its first and its last day.
    var days: ClosedRange<OfficeDay> {
        switch self {
        case .day(let day): return day...day
        case .month(let year, let month):
            let next = ClosurePeriod.first(year: month == 12 ? year + 1 : year, month: month % 12 + 1)
            return Self.first(year: year, month: month)...next.adding(days: -1)
        case .year(let year):
            return Self.first(year: year, month: 1)...Self.first(year: year + 1, month: 1).adding(days: -1)
        }
    }

    /// Every month of a period has a first day.
    private static func first(year: Int, month: Int) -> OfficeDay {
        OfficeDay(year: year, month: month, day: 1) ?? OfficeDay(daysSince1970: 0)
    }
}

/// Amounts as somebody types them.
enum TypedAmount {
    /// Throws what isn't one.
    static func read(_ typed: String, _ setting: TillSetting) throws -> Money {
        guard let amount = Money(typed: typed, currency: setting.currency) else {
            throw Refused.byPerson(
                say(
                    "« \(typed) » n'est pas un montant. Écrivez 50, 12,50 ou 12.50. Rien n'a été enregistré.",
                    "“\(typed)” isn't an amount. Write 50 or 12.50. Nothing was recorded."))
        }
        return amount
    }
}

/// For whom it is said.
struct JSONOption: ParsableArguments {
    @Flag(help: .init(say("En JSON, pour un programme.", "As JSON, for a program.")))
    var json = false
}
