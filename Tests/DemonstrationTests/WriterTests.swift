import Foundation
import Reception
import Register
import Testing

@testable import Demonstration

@Suite("Writing a demonstration")
struct WriterTests {
    /// Thirty days of summer, with a month's end among them.
    static let mark = DemonstrationMark(seed: 1, years: 1, until: OfficeDay(daysSince1970: 20_299), scale: 0.05)

    final class Folder: Sendable {
        let path = FileManager.default.temporaryDirectory.path + "/demonstration \(UUID().uuidString)"
        deinit { for end in ["", ".partial"] { try? FileManager.default.removeItem(atPath: path + end) } }
        var demonstration: DemonstrationFolder { DemonstrationFolder(path: path) }
        func exists(_ end: String = "") -> Bool { FileManager.default.fileExists(atPath: path + end) }

        @discardableResult
        func write(_ progress: (DemonstrationWriter.Written) throws -> Void = { _ in }) throws
            -> DemonstrationWriter.Written
        {
            try demonstration.make(ModelTests.office, mark) { register in
                try DemonstrationWriter(ModelTests.office, mark, into: register).write(progress: progress)
            }
        }
    }

    @Test("all of it is in the register: what is counted is what was told, and every seal of its till holds")
    func whole() throws {
        let folder = Folder()
        let written = try folder.write()
        #expect(written.days == 365 && written.allDays == 365)
        let register = try Register.open(at: folder.path, office: "essai")
        defer { register.shutdown() }
        #expect(try register.interactionCount() == written.interactions)
        let statistics = try register.statistics(from: ModelTests.first.adding(days: -365), to: Self.mark.until)
        // Some were voided since.
        #expect((written.visits * 95 / 100...written.visits).contains(statistics.contacts))
        #expect(written.tickets > 0 && written.interactions > 1_000)
        let till = try register.till("caisse")
        #expect(try till.status().lastTicket == written.tickets)
        #expect(try register.verifyTills().problem == nil)
    }

    struct Enough: Error {}

    @Test("what is interrupted leaves nothing, neither under its name nor half-made")
    func interrupted() throws {
        let folder = Folder()
        #expect(throws: Enough.self) {
            try folder.write { if $0.days == 20 { throw Enough() } }
        }
        #expect(!folder.exists() && !folder.exists(".partial") && !folder.exists(".partial.lock"))
    }

    @Test("what was left half-made by a power cut is made anew")
    func leftover() throws {
        let folder = Folder()
        let partial = DemonstrationFolder(path: folder.path).partial
        try Register.makeDemonstration(at: partial, office: "essai", timeZone: "Europe/Paris", mark: Self.mark)
            .shutdown()
        try folder.demonstration.check()
        try folder.write()
        #expect(folder.exists() && !folder.exists(".partial"))
    }

    @Test("a folder that holds anything is left as it is: real data, somebody's file, another demonstration")
    func taken() throws {
        let real = Folder()
        try Register.open(at: real.path, office: "essai").shutdown()
        let files = try FileManager.default.contentsOfDirectory(atPath: real.path)
        #expect(throws: DemonstrationFolder.Refusal.isTaken) { try real.write() }
        #expect(try FileManager.default.contentsOfDirectory(atPath: real.path) == files)

        let somebodys = Folder()
        try FileManager.default.createDirectory(atPath: somebodys.path, withIntermediateDirectories: true)
        try Data("à moi".utf8).write(to: URL(fileURLWithPath: somebodys.path + "/note.txt"))
        #expect(throws: DemonstrationFolder.Refusal.isTaken) { try somebodys.demonstration.check() }

        let other = Folder()
        try Register.makeDemonstration(at: other.path, office: "a", timeZone: "Europe/Paris", mark: Self.mark)
            .shutdown()
        #expect(throws: DemonstrationFolder.Refusal.isDemonstration) { try other.write() }
    }

    @Test("somebody's folder that happens to be called as the half-made one is left as it is")
    func partialOfSomebody() throws {
        let folder = Folder()
        let path = folder.demonstration.partial
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        try Data("à moi".utf8).write(to: URL(fileURLWithPath: path + "/note.txt"))
        #expect(throws: DemonstrationFolder.Refusal.isTaken) { try folder.write() }
        #expect(folder.exists(".partial/note.txt"))
    }

    @Test("two programs don't make the same demonstration at once")
    func twice() throws {
        let folder = Folder()
        var refusal: (any Error)?
        try folder.write { written in
            guard written.days == 5 else { return }
            do { try folder.write() } catch { refusal = error }
        }
        #expect(refusal as? DemonstrationFolder.Refusal == .isBeingMade)
        #expect(folder.exists())
    }
}
