import GRDB
import Reception

/// What a transaction adds to the figures of the screens. Added up first, so that each row is written once.
struct ScreenCounts {
    private struct Daily: Hashable {
        let office: String
        let day: OfficeDay
        let what: ScreenCount
        let facet: ScreenFacet
        let value: String
    }

    private struct Hourly: Hashable {
        let office: String
        let day: OfficeDay
        let what: ScreenCount
        let hour: Int
        let screen: String
        let lang: String
    }

    private struct Hour: Hashable {
        let office: String
        let day: OfficeDay
        let hour: Int
        let screen: String
        let utcHour: Int64
    }

    private var daily: [Daily: Int] = [:]
    private var hourly: [Hourly: Int] = [:]
    private var minutes: [Hour: UInt64] = [:]
    private var lengths: [Daily: [Int]] = [:]

    /// What was done so often within an hour, in minutes of which each is a bit.
    mutating func count(_ key: HourlyKey, _ tally: HourlyTally) {
        if key.screen != Interaction.phone {
            minutes[
                Hour(office: key.office, day: key.day, hour: key.hour, screen: key.screen, utcHour: key.utcHour),
                default: 0] |= tally.minutes
        }
        guard let what = key.what else { return }
        func add(_ facet: ScreenFacet, _ value: String) {
            daily[
                Daily(office: key.office, day: key.day, what: what, facet: facet, value: value), default: 0
            ] += tally.count
        }
        add(.hour, String(key.hour))
        add(.screen, key.screen)
        add(.lang, key.lang)
        if what.isGesture {
            add(.place, key.place ?? "")
            add(.theme, key.theme ?? "")
        } else {
            hourly[
                Hourly(
                    office: key.office, day: key.day, what: what, hour: key.hour, screen: key.screen, lang: key.lang),
                default: 0] += tally.count
        }
    }

    /// A screen gave a sign in that minute of the office's hour.
    mutating func sign(of screen: String, office: String, at: Instant, clock: OfficeClock) {
        let (day, hour) = clock.dayAndHour(at: at)
        let minute = ScreenMinute(at: at)
        minutes[
            Hour(office: office, day: day, hour: hour, screen: screen, utcHour: minute.utcHour), default: 0
        ] |= minute.bit
    }

    /// What a session has come to count as, and in which languages.
    mutating func count(from before: ScreenSession, to after: ScreenSession, office: String) {
        guard let beginning = after.beginning else { return }
        func key(_ what: ScreenCount, _ facet: ScreenFacet, _ value: String) -> Daily {
            Daily(office: office, day: beginning.day, what: what, facet: facet, value: value)
        }
        let counted = before.counts
        for what in after.counts {
            let isNew = !counted.contains(what)
            if isNew {
                daily[key(what, .hour, String(beginning.hour)), default: 0] += 1
                daily[key(what, .screen, beginning.screen), default: 0] += 1
            }
            for lang in isNew ? after.langs : after.langs.subtracting(before.langs) {
                daily[key(what, .lang, lang), default: 0] += 1
            }
        }
        guard let seconds = after.seconds else { return }
        if before.seconds == nil {
            lengths[key(.session, .hour, String(beginning.hour)), default: []].append(seconds)
            lengths[key(.session, .screen, beginning.screen), default: []].append(seconds)
        }
        for lang in before.seconds == nil ? after.langs : after.langs.subtracting(before.langs) {
            lengths[key(.session, .lang, lang), default: []].append(seconds)
        }
    }

    /// Adds all of it to what there is.
    mutating func finish(in database: Database) throws {
        try Self.daily.insert(all: daily, into: database) { key, count in
            [key.office, key.day.description, key.what.rawValue, key.facet.rawValue, key.value, count]
        }
        try Self.hourly.insert(all: hourly, into: database) { key, count in
            [key.office, key.day.description, key.what.rawValue, key.hour, key.screen, key.lang, count]
        }
        try Self.minutes.insert(all: minutes, into: database) { key, minutes in
            [key.office, key.day.description, key.hour, key.screen, key.utcHour, Int64(minutes)]
        }
        try Self.lengths.insert(all: lengths, into: database) { key, seconds in
            [
                key.office, key.day.description, key.facet.rawValue, key.value,
                seconds.map(String.init).joined(separator: " "),
            ]
        }
        self = ScreenCounts()
    }

    private static let daily = MultiRowInsert(
        into: "screen_daily", columns: ["office", "day", "what", "facet", "value", "count"],
        then: "ON CONFLICT DO UPDATE SET count = count + excluded.count")

    private static let hourly = MultiRowInsert(
        into: "screen_hourly", columns: ["office", "day", "what", "hour", "screen", "lang", "count"],
        then: "ON CONFLICT DO UPDATE SET count = count + excluded.count")

    /// Most signs come in a minute that had one.
    private static let minutes = MultiRowInsert(
        into: "screen_minutes", columns: ["office", "day", "hour", "screen", "utc_hour", "signs"],
        then: "ON CONFLICT DO UPDATE SET signs = signs | excluded.signs WHERE excluded.signs & ~signs <> 0")

    private static let lengths = MultiRowInsert(
        into: "screen_length", columns: ["office", "day", "facet", "value", "seconds"],
        then: "ON CONFLICT DO UPDATE SET seconds = seconds || ' ' || excluded.seconds")
}

extension MultiRowInsert {
    fileprivate func insert<Key, Value>(
        all values: [Key: Value], into database: Database, arguments: (Key, Value) -> StatementArguments
    ) throws {
        var rest = Array(values)[...]
        while let piece = Self.nextPiece(of: &rest) {
            try insert(piece, into: database) { arguments($0.key, $0.value) }
        }
    }
}
