import Reception
import Terminal

/// Entered figures as they are told.
struct IndicatorWords {
    let strategy: Strategy
    let clock: OfficeClock
    let now: Instant

    private var moments: MomentWords { MomentWords(clock: clock, now: now) }

    /// `12 450`, `oui`
    func value(_ number: Int, _ unit: IndicatorUnit) -> String {
        unit.words(number, in: speech, currency: strategy.currency)
    }

    /// What an entry says; `retiré` when it takes a figure back.
    func value(_ entry: IndicatorEntry) -> String {
        entry.value.map { value($0, entry.unit) } ?? say("retiré", "taken back")
    }

    /// Where the figure was found.
    func source(_ kept: KeptIndicatorEntry) -> String {
        isEntered(kept) ? kept.entry.source : say("les lieux du catalogue", "the catalogue's places")
    }

    private func isEntered(_ kept: KeptIndicatorEntry) -> Bool {
        strategy.entered.contains { $0.code == kept.entry.indicator }
    }

    /// `2026`, `octobre 2026`
    func period(_ period: IndicatorPeriod) -> String { DayWords(speech).period(period.period) }

    /// `Abonnés Facebook · octobre 2026 : 12 450`
    func told(_ entry: IndicatorEntry, of indicator: StrategyIndicator) -> String {
        "\(indicator.name[speech]) · \(period(entry.period))\(say(" : ", ": "))\(value(entry))"
    }

    /// `saisi hier 14 h 30 par anne`, `compté hier 14 h 30`
    func provenance(_ kept: KeptIndicatorEntry) -> String {
        (isEntered(kept) ? say("saisi ", "entered ") : say("compté ", "counted ")) + moments.moment(kept.recordedAt)
            + (kept.entry.who.map { say(" par ", " by ") + $0 } ?? "")
    }
}
