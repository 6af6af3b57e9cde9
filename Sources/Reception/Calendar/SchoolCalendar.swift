/// School holidays by zone, as far as they are known: `content/calendar/school-holidays.yaml`. What isn't known is never guessed.
public struct SchoolCalendar: Hashable, Sendable, Codable {
    /// A zone of French schools; départements belong to one by their académie.
    public enum Zone: String, CaseIterable, Sendable, Codable {
        case a = "A"
        case b = "B"
        case c = "C"
    }

    /// A holiday that each school year has once; the Ascension bridge in some years only.
    public enum Holiday: String, CaseIterable, Sendable, Codable {
        case autumn, christmas, winter, spring
        case ascensionBridge = "ascension-bridge"
        case summer

        /// What it is called.
        public func name(in language: MessageLanguage) -> String {
            let (fr, en) =
                switch self {
                case .autumn: ("vacances de la Toussaint", "autumn holidays")
                case .christmas: ("vacances de Noël", "Christmas holidays")
                case .winter: ("vacances d’hiver", "winter holidays")
                case .spring: ("vacances de printemps", "spring holidays")
                case .ascensionBridge: ("pont de l’Ascension", "Ascension bridge")
                case .summer: ("vacances d’été", "summer holidays")
                }
            return language == .french ? fr : en
        }
    }

    /// Days without school in one zone or, when `zone` is nil, in all three.
    public struct Break: Hashable, Sendable, Codable {
        /// Which holiday.
        public var holiday: Holiday
        /// Whose; nil: of all three zones.
        public var zone: Zone?
        /// The first day, mostly a Saturday.
        public var from: OfficeDay
        /// The day on which lessons begin again; nil for summer, which lasts until the next school year.
        public var back: OfficeDay?

        /// A break out of its parts.
        public init(holiday: Holiday, zone: Zone? = nil, from: OfficeDay, back: OfficeDay?) {
            self.holiday = holiday
            self.zone = zone
            self.from = from
            self.back = back
        }
    }

    /// A school year.
    public struct Year: Hashable, Sendable, Codable {
        /// The one it begins in: 2026 for 2026-2027.
        public var year: Int
        /// Where its dates are from.
        public var source: String
        /// The pupils' first day.
        public var start: OfficeDay
        /// In no order.
        public var breaks: [Break]

        /// A school year out of its parts.
        public init(year: Int, source: String, start: OfficeDay, breaks: [Break]) {
            self.year = year
            self.source = source
            self.start = start
            self.breaks = breaks
        }

        /// `2026-2027`
        public var name: String { "\(year)-\(year + 1)" }
    }

    /// What a day is to the schools of a zone.
    public enum Status: Hashable, Sendable {
        /// The schools work that week; Saturdays and Sundays count as such too.
        case term
        /// The day is the `index`th of a holiday, from 0; `year` is the school year's.
        case holiday(Holiday, year: Int, index: Int)
        /// Its school year isn't in the calendar, or ends with a summer whose end isn't.
        case unknown
    }

    /// In order, each year once.
    public let years: [Year]

    /// The calendar of some years, in any order.
    public init(years: [Year] = []) { self.years = years.sorted { $0.year < $1.year } }

    /// What a day is.
    public func status(of day: OfficeDay, zone: Zone) -> Status {
        guard let position = years.lastIndex(where: { $0.start <= day }) else { return .unknown }
        let (year, end) = (years[position], endOfYear(at: position))
        for pause in year.breaks where (pause.zone == nil || pause.zone == zone) && pause.from <= day {
            guard let back = pause.back ?? end else { return .unknown }
            if day < back { return .holiday(pause.holiday, year: year.year, index: pause.from.distance(to: day)) }
        }
        return end != nil || summer(of: year, zone: zone) != nil ? .term : .unknown
    }

    /// The day that is the `index`th of a zone's holiday in a school year; nil when there is none, or it isn't known.
    public func day(_ index: Int, of holiday: Holiday, year: Int, zone: Zone) -> OfficeDay? {
        let pause = years.first { $0.year == year }?.breaks.first {
            $0.holiday == holiday && ($0.zone == nil || $0.zone == zone)
        }
        guard let day = pause?.from.adding(days: index) else { return nil }
        return status(of: day, zone: zone) == .holiday(holiday, year: year, index: index) ? day : nil
    }

    /// The days of which something is known, for a zone.
    public func covered(zone: Zone) -> Days {
        Days(
            years.indices.compactMap { position -> ClosedRange<OfficeDay>? in
                let start = years[position].start
                let end = endOfYear(at: position) ?? summer(of: years[position], zone: zone)
                return end.flatMap { $0 > start ? start...$0.adding(days: -1) : nil }
            })
    }

    /// The day on which the next school year starts; nil when that isn't known.
    private func endOfYear(at position: Int) -> OfficeDay? {
        let next = position + 1
        return next < years.count && years[next].year == years[position].year + 1 ? years[next].start : nil
    }

    private func summer(of year: Year, zone: Zone) -> OfficeDay? {
        year.breaks.first { $0.holiday == .summer && ($0.zone == nil || $0.zone == zone) }?.from
    }
}
