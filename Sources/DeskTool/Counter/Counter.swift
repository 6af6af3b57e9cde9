import Reception

/// What the desk's commands do with facts, whether the register is on this machine or behind a server.
///
/// Two of them: `LocalCounter` (the register's SQLite file) and `RemoteCounter` (a server's address and a token). Commands don't know which.
protocol Counter {
    /// What a desk must know of its office.
    var setting: DeskSetting { get }
    /// The office's clock, right from a year before now to two years after.
    var clock: OfficeClock { get }
    /// Who records there, when a server knows it; nil: whoever the desk says.
    var user: String? { get }

    /// Records facts together: all of them or none. Throws a `Refusal` when one can't be recorded.
    func record(_ facts: [DeskFact]) throws -> [FactReceipt]
    /// Facts of an office's days, the oldest first; revised and voided ones only with `all`.
    func facts(from: OfficeDay, to: OfficeDay, kinds: Set<DeskFact.Kind>, all: Bool) throws -> [KeptFact]
    /// The last facts that count, the newest first; of one desk when it is named.
    func lastFacts(_ count: Int, desk: String?) throws -> [KeptFact]
    /// Every fact of the history to which an id belongs, the oldest first; by the id's beginning too. Throws `fact_unknown`, `fact_ambiguous`.
    func history(of id: String) throws -> [KeptFact]
    /// When the office said that it was open on a day, the newest word; nil when it said nothing, or when nobody can be asked now.
    func openingHours(of day: OfficeDay) throws -> OpeningHours?
    /// What was recorded over some days.
    func statistics(from: OfficeDay, to: OfficeDay) throws -> DeskStatistics
    /// What is announced, or will be.
    func noticesToCome() throws -> [Notice]
    /// Announces a notice, or ends one (by what supersedes it).
    func announce(_ notice: Notice) throws
}

extension Counter {
    var user: String? { nil }
}

extension DeskFact.Content {
    /// What it says of opening hours, if it is about them.
    var openingHours: OpeningHours? {
        guard case .opening(let hours) = self else { return nil }
        return hours
    }
}
