import ArgumentParser
import Foundation
import Reception
import Register
import Testing

@testable import DeskTool

/// The commands as they are typed, on a real register that a server left word in.
@Suite struct DeskTests {
    private let folder = FileManager.default.temporaryDirectory.path + "/desk \(UUID().uuidString)"

    private func withServer<Result>(_ body: (Register) throws -> Result) throws -> Result {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let server = try Register.open(at: folder, office: "sommieres")
        defer { server.shutdown() }
        try server.remember(
            languages: ["fr", "en", "nl"].compactMap(Language.init), vocabulary: Vocabulary(),
            till: TillSetting(seller: .init(name: "Office")), statistics: StatisticsSetting())
        return try body(server)
    }

    private func desk(_ arguments: String...) throws {
        var command = try Desk.parseAsRoot(arguments + ["--data", folder])
        try command.run()
    }

    @Test func `texts are in the office's languages, in their order`() throws {
        try withServer { server in
            try desk("notice", "Le Vidourle monte", "The Vidourle is rising", "--until", "demain", "--hazard", "flood")
            let notice = try #require(try server.notices(at: .now).first)
            #expect(
                notice.texts.map { "\($0.key) \($0.value)" }.sorted() == [
                    "en The Vidourle is rising", "fr Le Vidourle monte",
                ])
            #expect(notice.hazard == .flood && notice.level == .info && notice.places.isEmpty)
        }
    }

    @Test func `texts in languages that are named, for places, with a level and a beginning`() throws {
        try withServer { server in
            try desk(
                "notice", "The castle is closed", "--languages", "en", "--until", "demain 23:00", "--from", "demain 9h",
                "--level", "alert", "--place", "chateau", "--place", "pont-romain")
            #expect(try server.notices(at: .now) == [])
            let notice = try #require(try server.noticesToCome(at: .now).first)
            #expect(notice.texts.map(\.key.rawValue) == ["en"] && notice.level == .alert)
            #expect(notice.places == ["chateau", "pont-romain"])
            #expect(notice.endsAt.milliseconds - notice.startsAt.milliseconds == 14 * 3_600_000)
        }
    }

    @Test func `a notice is ended by the beginning of its id, and only once`() throws {
        try withServer { server in
            try desk("notice", "Un", "--until", "demain")
            let id = try #require(try server.notices(at: .now).first).id.description
            try desk("notice", "end", String(id.prefix(8)).uppercased())
            #expect(try server.noticesToCome(at: .now) == [])
            #expect(throws: (any Error).self) { try desk("notice", "end", id) }
        }
    }

    @Test func `a beginning that several ids have ends none of them`() throws {
        try withServer { server in
            try desk("notice", "Un", "--until", "demain")
            try desk("notice", "Deux", "--until", "demain")
            #expect(throws: (any Error).self) { try desk("notice", "end", "0") }
            #expect(try server.notices(at: .now).count == 2)
        }
    }

    @Test(arguments: [
        ["notice", "Un", "Deux", "Trois", "Quatre", "--until", "demain"],
        ["notice", "Un", "Deux", "--languages", "fr", "--until", "demain"],
        ["notice", "Un", "--languages", "es", "--until", "demain"],
        ["notice", "Un", "Deux", "--languages", "fr,fr", "--until", "demain"],
        ["notice", " ", "--until", "demain"],
        ["notice", "Un", "--until", "hier"],
        ["notice", "Un", "--until", "2020-01-01"],
        ["notice", "Un", "--until", "demain", "--from", "2026-13-01"],
        ["notice", "Un", "--until", "demain", "--place", "Pont Romain"],
        ["notice", "Un", "--until", "2999-01-01"],
    ])
    func `what can't be understood announces nothing`(arguments: [String]) throws {
        try withServer { server in
            #expect(throws: (any Error).self) {
                var command = try Desk.parseAsRoot(arguments + ["--data", folder])
                try command.run()
            }
            let announced = try server.noticesToCome(at: Instant(milliseconds: 0))
            #expect(announced == [])
        }
    }

    @Test func `options stand before the command or after it`() throws {
        try withServer { server in
            var command = try Desk.parseAsRoot(["--data", folder, "notice", "Un", "--until", "demain"])
            try command.run()
            #expect(try server.notices(at: .now).count == 1)
        }
    }

    @Test func `a folder that no server has used is refused, and left as it is`() throws {
        #expect(throws: (any Error).self) { try desk("notices") }
        #expect(!FileManager.default.fileExists(atPath: folder))
    }
}

extension Instant {
    fileprivate static var now: Instant { Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1_000)) }
}
