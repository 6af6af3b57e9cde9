import Reception
import Terminal

/// A file of the door's counts, an hour a row: day, hour, people; or the hour with its day, and people.
struct DoorFile {
    /// What the door counted in one hour.
    struct Hour {
        /// The line of the file, from 1.
        let number: Int
        let day: OfficeDay
        /// 0–23
        let hour: Int
        let people: Int
        /// When the hour began.
        let at: Instant
    }

    enum Column: String {
        case day, hour, when, people

        /// As it may be headed, in French or English.
        init?(heading: String) {
            switch CSVFile.trimmed(heading).lowercased() {
            case "jour", "day", "date": self = .day
            case "heure", "hour", "time": self = .hour
            case "quand", "when", "moment": self = .when
            case "personnes", "people", "entrées", "entrees", "entries", "passages", "count", "nombre": self = .people
            default: return nil
            }
        }
    }

    let file: CSVFile
    /// In the file's order; every one of them right.
    let hours: [Hour]

    /// Reads the file. Throws what has to be mended, a line each.
    init(_ path: String, clock: OfficeClock, now: Instant) throws {
        file = try CSVFile(path)
        guard let first = file.rows.first else { throw Self.isEmpty(path) }
        let columns = try Self.columns(first, of: path)
        let rows = columns.isHeaded ? file.rows.dropFirst() : file.rows[...]
        guard !rows.isEmpty else { throw Self.isEmpty(path) }
        var hours: [Hour] = []
        var wrong: [String] = []
        var seen: [Instant: Int] = [:]
        for row in rows {
            do throws(Wrong) {
                let hour = try Self.hour(row, columns.columns, clock: clock, now: now)
                if let before = seen.updateValue(row.number, forKey: hour.at) {
                    throw Wrong(
                        say("cette heure est déjà à la ligne \(before).", "that hour is on line \(before) already."))
                }
                hours.append(hour)
            } catch {
                wrong.append(say("\(path), ligne \(row.number) : ", "\(path), line \(row.number): ") + error.why)
            }
        }
        guard wrong.isEmpty else {
            let sum = say(
                "\(wrong.count) ligne\(wrong.count > 1 ? "s" : "") à corriger sur \(rows.count) ; rien n'a été enregistré.",
                "\(wrong.count) of \(rows.count) lines to mend; nothing was recorded.")
            throw Refused(exitCode: 1, lines: wrong + [sum])
        }
        self.hours = hours
    }

    private struct Wrong: Error {
        let why: String
        init(_ why: String) { self.why = why }
    }

    private static func hour(
        _ row: CSVReader.Row, _ columns: [Column], clock: OfficeClock, now: Instant
    ) throws(Wrong) -> Hour {
        let fields = row.fields.map(CSVFile.trimmed)
        guard fields.count >= columns.count, fields.dropFirst(columns.count).allSatisfy(\.isEmpty) else {
            throw Wrong(
                say(
                    "\(fields.count) cases, il en faut \(columns.count).",
                    "\(fields.count) fields, there must be \(columns.count)."))
        }
        let said = Dictionary(zip(columns, fields)) { first, _ in first }
        guard let people = DoorDesk.number(said[.people] ?? "") else {
            throw Wrong(
                say(
                    "« \(said[.people] ?? "") » n'est pas un nombre de personnes.",
                    "“\(said[.people] ?? "")” isn't a number of people."))
        }
        let at = try moment(said, clock: clock, now: now)
        let (day, hour) = clock.dayAndHour(at: at)
        do throws(Refusal) {
            try DeskFact(id: FactID(bornAt: now), at: at, desk: "x", content: .door(DoorCount(people: people)))
                .checked(recordedAt: now)
        } catch {
            throw Wrong(error.wording(in: speech).message)
        }
        return Hour(number: row.number, day: day, hour: hour, people: people, at: at)
    }

    /// The beginning of the hour that a row says.
    private static func moment(_ said: [Column: String], clock: OfficeClock, now: Instant) throws(Wrong) -> Instant {
        let day = said[.day] ?? "", hour = said[.hour] ?? ""
        // `14` and `14h` are hours, where a moment says `14:00`.
        let isNumber = DoorDesk.number(hour) != nil
        let typed = said[.when] ?? "\(day) \(isNumber ? hour + ":00" : hour)"
        let moment: Instant
        do {
            moment = try TypedMoment(VisitImport.typed(typed), clock: clock, now: now).at
        } catch {
            throw Wrong((error as? Refused)?.lines.first ?? typed)
        }
        guard said[.when] != nil || !hour.isEmpty, clock.dayAndMinute(at: moment).minute % 60 == 0 else {
            throw Wrong(
                say(
                    "« \(typed) » ne dit pas l'heure ronde où le compte commence, par exemple 14.",
                    "“\(typed)” doesn't say the full hour at which the count begins, such as 14."))
        }
        return moment
    }

    /// What the columns are; without headings they are day, hour, people.
    private static func columns(
        _ first: CSVReader.Row, of name: String
    ) throws -> (columns: [Column], isHeaded: Bool) {
        let columns = first.fields.map(Column.init(heading:))
        if columns.allSatisfy({ $0 == nil }), first.fields.contains(where: { $0.contains(where: \.isNumber) }) {
            return (first.fields.count == 2 ? [.when, .people] : [.day, .hour, .people], false)
        }
        let known = columns.compactMap(\.self)
        guard known.count == columns.count, [[.day, .hour, .people], [.when, .people]].contains(Set(known)),
            Set(known).count == known.count
        else {
            throw Refused.byPerson(
                say(
                    "\(name), ligne 1 : ces titres de colonnes ne sont pas les bons. Il faut « jour », « heure » et « personnes », ou « quand » et « personnes ». Rien n'a été enregistré.",
                    "\(name), line 1: these aren't the right column headings. There must be “day”, “hour” and “people”, or “when” and “people”. Nothing was recorded."
                ))
        }
        return (known, true)
    }

    private static func isEmpty(_ name: String) -> Refused {
        .byPerson(say("\(name) ne contient aucun compte.", "\(name) has no count in it."))
    }
}
