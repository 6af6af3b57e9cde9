import Foundation
import GRDB
import Reception

/// An interaction as the tables have it, made on the caller's thread so that the writer's only writes.
struct InteractionRow: Sendable {
    /// The stored columns of `interaction` after `seq`, in order.
    let arguments: StatementArguments
    /// The row of `interaction_hourly` it counts in.
    let hourly: HourlyKey
    /// Counted apart; nil but for searches that say what was typed.
    let search: SearchRow?

    init(_ interaction: Interaction, office: String, clock: OfficeClock, key: SearchKey, recordedAt: Instant) {
        let (day, hour) = clock.dayAndHour(at: interaction.at)
        arguments = [
            interaction.id.bytes, office, interaction.at.milliseconds, day.description, hour, recordedAt.milliseconds,
            interaction.session, interaction.seq, interaction.screen, interaction.kind.rawValue, interaction.place,
            interaction.theme, interaction.lang, interaction.value, interaction.skew,
        ]
        hourly = HourlyKey(
            office: office, day: day, hour: hour, screen: interaction.screen, kind: interaction.kind,
            place: interaction.place, theme: interaction.theme, lang: interaction.lang)
        search = SearchRow(interaction, office: office, day: day, key: key)
    }
}

/// What hourly counts are kept by.
struct HourlyKey: Hashable, Sendable {
    let office: String
    let day: OfficeDay
    let hour: Int
    let screen: String
    let kind: Interaction.Kind
    let place: String?
    let theme: String?
    let lang: String

    /// The columns of `interaction_hourly`, in order; '' stands for no place or theme.
    func arguments(count: Int) -> StatementArguments {
        [office, day.description, hour, screen, kind.rawValue, place ?? "", theme ?? "", lang, count]
    }
}
