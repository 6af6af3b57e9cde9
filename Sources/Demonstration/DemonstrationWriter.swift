import Dispatch
import Reception
import Register
import Synchronization

/// Writes a demonstration into its register, day after day, as the desk, the screens and the till would have.
public struct DemonstrationWriter {
    /// What there is of it so far.
    public struct Written: Sendable, Hashable {
        /// Days told.
        public var days = 0
        /// Of how many.
        public let allDays: Int
        /// The last of them.
        public var day: OfficeDay
        /// Contacts at the desk, corrections not counted.
        public var visits = 0
        /// What was done on screens.
        public var interactions = 0
        /// Sales and refunds.
        public var tickets = 0
    }

    private let office: DemonstratedOffice
    private let mark: DemonstrationMark
    private let register: Register

    /// - `register`: a new one, as `Register.makeDemonstration` makes it.
    public init(_ office: DemonstratedOffice, _ mark: DemonstrationMark, into register: Register) {
        (self.office, self.mark, self.register) = (office, mark, register)
    }

    /// Writes all of it.
    ///
    /// - `progress`: told after each day; what it throws ends it there.
    ///
    /// Throws as the register does. An office with a certified till of its own (`till: external`) sells nothing here.
    public func write(progress: (Written) throws -> Void = { _ in }) throws -> Written {
        let first = mark.firstDay
        var written = Written(allDays: mark.until.daysSince1970 - first.daysSince1970 + 1, day: first)
        try register.remember(
            languages: office.languages, vocabulary: office.vocabulary, till: office.till, statistics: office.statistics
        )
        let desk = Desk(office, seed: mark.seed, scale: mark.scale, clock: register.clock)
        let screens = Screens(office, seed: mark.seed, clock: register.clock)
        var shop = Shop(seed: mark.seed, scale: mark.scale, clock: register.clock)
        let till = try register.till(Self.tillCode, setting: office.till)
        var asked: [(request: TillRequest, at: Instant)] = []
        let touched = TouchedScreens(register)
        defer { touched.finish() }
        for date in first...mark.until {
            let day = InventedDay(
                date, seed: mark.seed, scale: mark.scale, first: first, schools: office.statistics.schools)
            // The register's writer is busy with the screens while the rest of the day is made up.
            let sessions = try screens.told(day)
            try touched.record(sessions)
            let told = desk.told(day)
            try register.record(told.history)
            if office.till.mode == .builtin { asked += shop.told(day, buyers: told.buyers) }
            // Each time, the till's head record is put on disk twice: a day's few tickets would wait for nothing else.
            if asked.count > Self.askedAtOnce || date == mark.until {
                try till.perform(asked)
                asked = []
            }
            written.days += 1
            written.day = date
            written.visits += told.history.count { $0.fact.isContact }
            written.interactions += sessions.reduce(0) { $0 + $1.interactions.count }
            written.tickets = shop.tickets
            try progress(written)
        }
        try touched.wait()
        return written
    }

    private static let tillCode = "caisse"
    private static let askedAtOnce = 2_000
}

extension DemonstrationMark {
    /// So many years before the day after the last one.
    var firstDay: OfficeDay {
        let (year, month, day) = until.adding(days: 1).parts
        // There is a 29 February every four years only.
        return OfficeDay(year: year - years, month: month, day: day)
            ?? OfficeDay(year: year - years, month: month, day: day - 1) ?? until
    }
}

extension DeskFact {
    /// Whether it is a contact's first fact.
    fileprivate var isContact: Bool { if case .visit = content { revises == nil } else { false } }
}

/// Hands what screens recorded to the register, as its server does; the day before must be on disk first, so that memory stays small.
private final class TouchedScreens: Sendable {
    private let register: Register
    private let group = DispatchGroup()
    private let failure = Mutex<(any Error)?>(nil)

    init(_ register: Register) { self.register = register }

    func record(_ sessions: [ScreenSession]) throws {
        try wait()
        for session in sessions {
            group.enter()
            register.record(session.interactions, receivedAt: session.receivedAt) { [self] result in
                switch result {
                case .success(let recorded) where recorded.rejected.isEmpty && recorded.duplicates == 0: break
                case .success: failure.withLock { $0 = RegisterError.unavailable(retryAfter: 0) }
                case .failure(let error): failure.withLock { $0 = error }
                }
                group.leave()
            }
        }
    }

    func wait() throws {
        group.wait()
        if let error = failure.withLock({ $0 }) { throw error }
    }

    func finish() { group.wait() }
}
