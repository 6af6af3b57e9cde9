import Foundation
import Reception
import Testing

@testable import Register

@Suite("A demonstration's register and a real one")
struct DemonstrationMarkTests {
    static let mark = DemonstrationMark(seed: 7, years: 1, until: OfficeDay(daysSince1970: 20_000), scale: 1)

    private func makeDemonstration(in folder: TemporaryFolder) throws {
        try Register.makeDemonstration(at: folder.data, office: "sommieres", timeZone: "Europe/Paris", mark: Self.mark)
            .shutdown()
    }

    private func open(_ folder: TemporaryFolder, _ mode: Register.Mode = .server) throws -> Register {
        try Register.open(at: folder.data, office: "sommieres", mode: mode)
    }

    private func isMixed(_ error: any Error) -> Bool {
        if case RegisterError.mixedWithDemonstration = error { true } else { false }
    }

    @Test("a demonstration's facts bear a code that no office has, whoever opens it for whatever office")
    func code() throws {
        let folder = try TemporaryFolder()
        try makeDemonstration(in: folder)
        for mode in [Register.Mode.server, .beside] {
            let register = try open(folder, mode)
            #expect(register.isDemonstration && register.office == "demo-sommieres")
            _ = try register.record([DeskFactTests.visit()], recordedAt: DeskFactTests.now)
            register.shutdown()
        }
        #expect(try folder.shell("SELECT DISTINCT office FROM desk_fact") == "demo-sommieres")
    }

    @Test("a real register says that it is none, and records no past")
    func real() throws {
        let folder = try TemporaryFolder()
        let register = try open(folder)
        #expect(!register.isDemonstration)
        let history = [(fact: DeskFactTests.visit(), recordedAt: DeskFactTests.now)]
        #expect(throws: RegisterError.notADemonstration(folder: folder.data)) { try register.record(history) }
        let facts = try register.lastFacts(1)
        #expect(facts.isEmpty)
        register.shutdown()
        #expect(throws: RegisterError.self) { try makeDemonstration(in: folder) }
    }

    @Test("facts of one register are refused by the schema of the other, in both directions")
    func schema() async throws {
        let (demonstration, real) = (try TemporaryFolder(), try TemporaryFolder())
        try makeDemonstration(in: demonstration)
        try await real.withRegister { _ in }
        func insert(_ office: String) -> String {
            """
            INSERT INTO interaction_hourly (office, day, hour, screen, kind, lang, count)
            VALUES ('\(office)', '2026-07-14', 10, 'e', 'place', 'fr', 1)
            """
        }
        #expect(try real.shell(insert("demo-sommieres")).contains("never mixed"))
        #expect(try demonstration.shell(insert("sommieres")).contains("never mixed"))
        #expect(try real.shell(insert("sommieres")).isEmpty)
        #expect(try demonstration.shell(insert("demo-sommieres")).isEmpty)
        let facts =
            "INSERT INTO desk_fact (uuid, office, kind, origin, at_ms, day, hour, recorded_ms, entry, desk)"
            + " SELECT uuid, office, kind, origin, at_ms, day, hour, recorded_ms, entry, desk FROM other.desk_fact"
        let register = try open(demonstration)
        _ = try register.record([DeskFactTests.visit()], recordedAt: DeskFactTests.now)
        register.shutdown()
        #expect(try real.shell("ATTACH '\(demonstration.database)' AS other; \(facts)").contains("never mixed"))
    }

    @Test("the mark is never taken back, changed, or put into a register that was used")
    func mark() async throws {
        let (demonstration, real) = (try TemporaryFolder(), try TemporaryFolder())
        try makeDemonstration(in: demonstration)
        #expect(try demonstration.shell("DELETE FROM demonstration").contains("never becomes"))
        #expect(try demonstration.shell("UPDATE demonstration SET seed = 8").contains("stays what it is"))
        try await real.withRegister { _ = try await $0.record(Interaction.samples(1), receivedAt: .now) }
        let insert = "INSERT INTO demonstration VALUES (1, 'demo-sommieres', 1, 1, '2026-07-14', 1)"
        #expect(try real.shell(insert).contains("was used"))
    }

    @Test("a database that was put into a folder of the other kind is left as it is", arguments: [true, false])
    func swapped(toReal: Bool) async throws {
        let (demonstration, real) = (try TemporaryFolder(), try TemporaryFolder())
        try makeDemonstration(in: demonstration)
        try await real.withRegister { _ in }
        let (from, into) = toReal ? (demonstration, real) : (real, demonstration)
        try FileManager.default.removeItem(atPath: into.database)
        try FileManager.default.copyItem(atPath: from.database, toPath: into.database)
        let before = FileManager.default.contents(atPath: into.database)
        for mode in [Register.Mode.server, .beside] {
            #expect {
                try open(into, mode)
            } throws: {
                isMixed($0)
            }
        }
        #expect(FileManager.default.contents(atPath: into.database) == before)
    }

    @Test("a demonstration's folder never becomes a real one: neither without its database nor without its mark")
    func halves() throws {
        let folder = try TemporaryFolder()
        try makeDemonstration(in: folder)
        try FileManager.default.removeItem(atPath: folder.data + "/DEMONSTRATION")
        #expect { try open(folder) } throws: { isMixed($0) }
        let other = try TemporaryFolder()
        try makeDemonstration(in: other)
        try FileManager.default.removeItem(atPath: other.database)
        #expect { try open(other) } throws: { isMixed($0) }
        #expect(!FileManager.default.fileExists(atPath: other.database))
    }

    @Test("the same seed makes the same keys, another one others")
    func keys() throws {
        func key(_ seed: Int) throws -> Data? {
            let folder = try TemporaryFolder()
            let mark = DemonstrationMark(seed: seed, years: 1, until: OfficeDay(daysSince1970: 20_000), scale: 1)
            try Register.makeDemonstration(at: folder.data, office: "a", timeZone: "Europe/Paris", mark: mark)
                .shutdown()
            return FileManager.default.contents(atPath: folder.data + "/till/key-1")
        }
        #expect(try key(1) == key(1))
        #expect(try key(1) != key(2))
    }
}
