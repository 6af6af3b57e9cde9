import Foundation
import Reception
import Testing

@testable import KioskServer
@testable import Register

@Suite struct ScreenSignsTests {
    @Test func `between two calls within six minutes a screen was on, and never longer`() throws {
        let folder = NSTemporaryDirectory() + "signs-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let register = try Register.open(at: folder, office: "sommieres")
        defer { register.shutdown() }
        let signs = ScreenSigns(register: register)
        let start = try #require(Instant(rfc3339: "2026-07-14T08:57:30Z"))
        let day = try #require(OfficeDay("2026-07-14"))
        func calls(_ screen: String, _ minutes: Int64...) throws -> Int {
            for minute in minutes { signs.called(screen, at: start.advanced(byMilliseconds: minute * 60_000)) }
            // Waits for what was asked before.
            try register.forgetSearchCandidates(before: day)
            return try register.pool.read { database in
                try ScreenSums(office: register.office, database: database) { _, _ in "" }
                    .sums(of: .minutes, days: Days([day...day]), by: .screen, filters: [])[screen]?.sum ?? 0
            }
        }
        #expect(try calls("alone", 0) == 1)
        #expect(try calls("steady", 0, 5, 10) == 11, "over the hour, each minute once")
        #expect(try calls("cut-off", 0, 5, 12) == 7, "what was in between isn't known")
        #expect(try calls("clock-put-back", 5, 0) == 2)
        #expect(try calls("phone", 0, 5) == 0)
        #expect(try calls("no screen", 0, 5) == 0)
    }
}
