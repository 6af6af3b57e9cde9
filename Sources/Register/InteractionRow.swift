import Foundation
import GRDB
import Reception

/// An interaction as the tables have it, made on the caller's thread so that the writer's only writes.
struct InteractionRow: Sendable {
    /// The stored columns of `interaction` after `seq`, in order.
    let arguments: StatementArguments
    /// The row of `interaction_hourly` it counts in, and what else counts are kept by.
    let hourly: HourlyKey
    /// The minute of the hour in which its screen gave this sign, as a bit.
    let minute: UInt64
    /// What it says of its session; nil for most.
    let step: (session: ScreenSessionTable.Key, ScreenSession.Step)?
    /// Counted apart; nil but for searches that say what was typed.
    let search: SearchRow?

    init(_ interaction: Interaction, office: String, clock: OfficeClock, key: SearchKey, recordedAt: Instant) {
        let (day, hour) = clock.dayAndHour(at: interaction.at)
        let minute = ScreenMinute(at: interaction.at)
        arguments = [
            interaction.id.bytes, office, interaction.at.milliseconds, day.description, hour, recordedAt.milliseconds,
            interaction.session, interaction.seq, interaction.screen, interaction.kind.rawValue, interaction.place,
            interaction.theme, interaction.lang, interaction.value, interaction.skew,
        ]
        hourly = HourlyKey(
            office: office, day: day, hour: hour, screen: interaction.screen, kind: interaction.kind,
            place: interaction.place, theme: interaction.theme, lang: interaction.lang,
            what: ScreenCount(interaction), utcHour: minute.utcHour)
        self.minute = minute.bit
        step = ScreenSession.Step(interaction, day: day, hour: hour).map {
            (.init(office: office, session: interaction.session), $0)
        }
        search = SearchRow(interaction, office: office, day: day, key: key)
    }
}

/// What hourly counts are kept by. Two of them may be one row of `interaction_hourly`, which doesn't know the last two.
struct HourlyKey: Hashable, Sendable {
    let office: String
    let day: OfficeDay
    let hour: Int
    let screen: String
    let kind: Interaction.Kind
    let place: String?
    let theme: String?
    let lang: String
    /// What it is counted as, in the figures of the screens.
    let what: ScreenCount?
    /// Hours since 1970, UTC: in autumn an hour comes twice.
    let utcHour: Int64

    /// The columns of `interaction_hourly`, in order; '' stands for no place or theme.
    func arguments(count: Int) -> StatementArguments {
        [office, day.description, hour, screen, kind.rawValue, place ?? "", theme ?? "", lang, count]
    }
}

/// What happened in an hour.
struct HourlyTally {
    /// How often.
    var count = 0
    /// In which of its minutes, bit 0 for the first.
    var minutes: UInt64 = 0

    mutating func add(_ row: InteractionRow) {
        count += 1
        minutes |= row.minute
    }
}
