import Foundation
import Reception
import Testing

@testable import Register

@Suite struct SearchTermTests {
    private static func search(
        _ term: String, session: String, results: Double = 3, lang: String = "fr", id: FactID? = nil
    ) throws -> Interaction {
        let now = Instant.now
        return try Interaction(
            id: id ?? FactID(bornAt: now), at: now, session: session, seq: 0, screen: "hall-1", kind: .search,
            lang: lang, value: .number(results), term: term, clock: ScreenClock(receivedAt: now))
    }

    @Test func `a term is kept with its third session, across calls and restarts, and each session counts once`()
        async throws
    {
        let folder = try TemporaryFolder()
        try await folder.withRegister { register in
            let retried = FactID(bornAt: .now)
            for _ in 0..<3 {
                _ = try await register.record(
                    [Self.search("Menhir", session: "a", id: retried), Self.search("menhir ", session: "a")],
                    receivedAt: .now)
            }
            _ = try await register.record([Self.search("menhir", session: "b", results: 0)], receivedAt: .now)
            #expect(try register.searchedTerms() == [])
        }
        try await folder.withRegister { register in
            _ = try await register.record([Self.search("MENHIR", session: "c")], receivedAt: .now)
            let kept = try register.searchedTerms()
            #expect(kept.map(\.term) == ["menhir"] && kept.map(\.sessions) == [3] && kept.map(\.withoutResult) == [1])
            _ = try await register.record(
                (0..<40).map { try Self.search("menhir", session: "s\($0)", results: 0) }, receivedAt: .now)
            let more = try register.searchedTerms()
            #expect(more.map(\.sessions) == [43] && more.map(\.withoutResult) == [41])
        }
    }

    @Test func `until then neither the term nor the session it came from is on the disk`() async throws {
        let folder = try TemporaryFolder()
        try await folder.withRegister { register in
            _ = try await register.record([Self.search("cathédrale engloutie", session: "un")], receivedAt: .now)
            _ = try await register.record([Self.search("menhir", session: "un")], receivedAt: .now)
            for name in try FileManager.default.contentsOfDirectory(atPath: folder.data) {
                let bytes = try Data(contentsOf: URL(fileURLWithPath: folder.data + "/" + name))
                #expect(bytes.range(of: Data("engloutie".utf8)) == nil, "\(name)")
            }
            #expect(try folder.shell("SELECT count(DISTINCT session_hash) FROM search_candidate") == "2")
        }
    }

    @Test func `languages are counted apart, and hashes of old searches die while terms stay`() async throws {
        let folder = try TemporaryFolder()
        try await folder.withRegister { register in
            for session in ["a", "b"] {
                _ = try await register.record([Self.search("pont", session: session)], receivedAt: .now)
            }
            _ = try await register.record([Self.search("pont", session: "c", lang: "nl")], receivedAt: .now)
            #expect(try register.searchedTerms() == [])
            let tomorrow = register.clock.dayAndHour(at: .now).day.adding(days: 1)
            try register.forgetSearchCandidates(before: tomorrow)
            #expect(try folder.shell("SELECT count(*) FROM search_candidate") == "0")
            _ = try await register.record([Self.search("pont", session: "c")], receivedAt: .now)
            #expect(try register.searchedTerms() == [])
        }
    }
}
