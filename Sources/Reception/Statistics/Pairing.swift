/// Which days a comparison held against which: each day of a period has one day of the year before, or a reason why it has none. No day is used twice.
public struct Pairing: Hashable, Sendable {
    /// Days that follow one another, each against the day so many days before.
    public struct Run: Hashable, Sendable {
        /// Of the period.
        public let days: ClosedRange<OfficeDay>
        /// How many days earlier those are that they are held against.
        public let earlier: Int

        /// The days they are held against.
        public var others: ClosedRange<OfficeDay> {
            days.lowerBound.adding(days: -earlier)...days.upperBound.adding(days: -earlier)
        }
    }

    /// Why a day isn't compared.
    public enum Reason: String, CaseIterable, Sendable, Codable {
        /// It hasn't come yet or, to date, isn't over.
        case notYet = "not-yet"
        /// 29 February: the year before has none.
        case leapDay = "leap-day"
        /// Nothing in the year before played its part in the calendar: a bridge, the last day of a longer holiday.
        case noSuchDay = "no-such-day"
        /// The school holidays of its year, or of the one before, aren't known.
        case schoolsUnknown = "schools-unknown"
        /// The opening hours of one of the two days aren't known, or it was closed.
        case notOpen = "not-open"

        /// Why, as a manager is told it, after a number of days.
        public func name(in language: MessageLanguage) -> String {
            let (fr, en) =
                switch self {
                case .notYet: ("pas encore passés", "not over yet")
                case .leapDay:
                    ("un 29 février, sans pareil l’an d’avant", "29 February, which the year before doesn’t have")
                case .noSuchDay: ("sans jour pareil l’an d’avant", "without a like in the year before")
                case .schoolsUnknown:
                    ("dont les vacances scolaires ne sont pas connues", "whose school holidays aren’t known")
                case .notOpen:
                    ("fermés, ou sans heures d’ouverture saisies", "closed, or without opening hours recorded")
                }
            return language == .french ? fr : en
        }
    }

    /// What was compared, the earliest first.
    public let runs: [Run]
    /// What wasn't, and why; reasons without days are left out.
    public let without: [Reason: Days]

    /// The days of the period that are compared.
    public var days: Days { Days(runs.map(\.days)) }
    /// The days they are held against.
    public var others: Days { Days(runs.map(\.others)) }

    /// The day that a day is held against; nil when there is none.
    public func other(than day: OfficeDay) -> OfficeDay? {
        runs.first { $0.days.contains(day) }.map { day.adding(days: -$0.earlier) }
    }

    init(_ outcomes: some Sequence<(day: OfficeDay, outcome: Result<OfficeDay, NoCounterpart>)>) {
        var runs: [Run] = []
        var without: [Reason: [OfficeDay]] = [:]
        for (day, outcome) in outcomes {
            switch outcome {
            case .failure(let none): without[none.reason, default: []].append(day)
            case .success(let other):
                let earlier = other.distance(to: day)
                if let last = runs.last, last.earlier == earlier, last.days.upperBound.adding(days: 1) == day {
                    runs[runs.count - 1] = Run(days: last.days.lowerBound...day, earlier: earlier)
                } else {
                    runs.append(Run(days: day...day, earlier: earlier))
                }
            }
        }
        self.runs = runs
        self.without = without.mapValues { Days($0) }
    }

    struct NoCounterpart: Error {
        let reason: Reason
    }
}
