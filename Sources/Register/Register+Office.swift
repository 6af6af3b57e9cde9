import Foundation
import GRDB
import Reception

extension Register {
    /// Leaves word of whose facts these are, for programs that open the register beside the server.
    ///
    /// - `languages`: the office's, its own first.
    /// - `vocabulary`: the words of its desk.
    /// - `till`: what its shop sells with.
    /// - `statistics`: how its statistics are told.
    public func remember(
        languages: [Language], vocabulary: Vocabulary, till: TillSetting, statistics: StatisticsSetting
    ) throws {
        try writing { database in
            try database.execute(
                sql: """
                    INSERT INTO office (only, code, time_zone, languages, desk, till, statistics) VALUES (1, ?, ?, ?, ?, ?, ?)
                    ON CONFLICT DO UPDATE SET code = excluded.code, time_zone = excluded.time_zone,
                        languages = excluded.languages, desk = excluded.desk, till = excluded.till,
                        statistics = excluded.statistics
                    WHERE (code, time_zone, languages, desk, till, statistics) IS NOT (excluded.code,
                        excluded.time_zone, excluded.languages, excluded.desk, excluded.till, excluded.statistics)
                    """,
                arguments: [
                    office, clock.timeZone, try JSONText.of(languages.map(\.rawValue)), try JSONText.of(vocabulary),
                    try JSONText.of(till), try JSONText.of(statistics),
                ])
        }
    }

    /// What the desk must know of its office; nil when no server of this version has been here.
    public func setting() throws -> DeskSetting? {
        let vocabulary = try pool.read { try String.fetchOne($0, sql: "SELECT desk FROM office") }
            .flatMap { JSONText.read($0, as: Vocabulary.self) }
        return try vocabulary.map {
            DeskSetting(office: office, timeZone: clock.timeZone, languages: try languages(), vocabulary: $0)
        }
    }

    /// What the office says of its tills.
    ///
    /// Throws `till_unknown` when no server of this version has been here.
    public func tillSetting() throws -> TillSetting {
        let text = try pool.read { try String.fetchOne($0, sql: "SELECT till FROM office") }
        guard let setting = text.flatMap({ JSONText.read($0, as: TillSetting.self) }) else { throw Refusal.tillUnknown }
        return setting
    }

    /// How the office's statistics are told; as for any office when no server of this version has been here.
    public func statisticsSetting() throws -> StatisticsSetting {
        try pool.read { try String.fetchOne($0.cachedStatement(sql: "SELECT statistics FROM office")) }
            .flatMap(settingMemory.setting) ?? StatisticsSetting()
    }

    /// The office's languages, its own first; none when no server has been here.
    public func languages() throws -> [Language] {
        let text = try pool.read { try String.fetchOne($0, sql: "SELECT languages FROM office") }
        return (text.flatMap { JSONText.read($0, as: [String].self) } ?? []).compactMap(Language.init)
    }

    /// Opens the register of a data folder that a server has used, with the office and the time zone it left word of.
    ///
    /// - `now`: the clock is right from as long before it as a fact may be old to two years after; more would take longer than all the rest.
    ///
    /// Throws a `RegisterError`: `noRegister`, or as `open` does.
    public static func beside(_ dataFolder: String, now: Instant) throws(RegisterError) -> Register {
        let folder = DataFolder(path: dataFolder)
        guard FileManager.default.fileExists(atPath: folder.database) else { throw .noRegister(folder: dataFolder) }
        let opened = try Opening(folder: folder, mode: .beside).run()
        let known: (code: String, zone: String)?
        do {
            known = try opened.pool.read { database in
                try Row.fetchOne(database, sql: "SELECT code, time_zone FROM office").map {
                    ($0["code"], $0["time_zone"])
                }
            }
        } catch {
            throw .cannotOpen(path: folder.database, reason: "\(error)")
        }
        guard let known else { throw .noRegister(folder: dataFolder) }
        let day: Int64 = 86_400_000
        guard
            let clock = OfficeClock(
                timeZone: known.zone, from: now.advanced(byMilliseconds: -(DeskFact.daysLimit + 5) * day),
                to: now.advanced(byMilliseconds: 2 * 366 * day))
        else { throw .unknownTimeZone(known.zone) }
        return Register(folder: folder, office: known.code, clock: clock, opened: opened, queueLimit: 20_000)
    }
}

extension Refusal {
    fileprivate static var tillUnknown: Refusal {
        Refusal(
            .tillUnknown,
            fr: (
                "Le registre ne sait pas encore qui vend : aucun serveur n'y a laissé les réglages de la caisse.",
                "Démarrez « vitrine serve » une fois avec le contenu de l'office."
            ),
            en: (
                "The register doesn't know yet who sells: no server has left the till's settings in it.",
                "Start “vitrine serve” once with the office's content."
            ))
    }
}
