import Foundation
import Reception
import Testing

@testable import Register

@Suite struct DeskStatisticsTests {
    @Test(arguments: 1...12 as ClosedRange<UInt64>)
    func `statistics of any history are those that somebody would count by hand`(seed: UInt64) async throws {
        let folder = try TemporaryFolder()
        var story = DeskStory(seed: seed)
        try await folder.withRegister { register in
            for _ in 0..<30 {
                let facts = story.next()
                let receipts = try register.record(facts, recordedAt: DeskStory.now)
                #expect(receipts == facts.map { story.keep($0) ? .recorded : .known })
            }
            for (from, to) in [(0, 11), (3, 3), (2, 7), (10, 30), (-9, -1), (5, 4)] {
                let (from, to) = (DeskStory.firstDay.adding(days: from), DeskStory.firstDay.adding(days: to))
                #expect(try register.statistics(from: from, to: to) == story.statistics(from: from, to: to))
                for all in [false, true] {
                    let expected = story.kept(from: from, to: to, all: all)
                    #expect(try register.facts(from: from, to: to, all: all).map(\.fact) == expected)
                }
            }
            for desk in [nil, "comptoir", "salon", "nowhere"] {
                #expect(try register.lastFacts(7, desk: desk).map(\.fact) == story.last(7, desk: desk))
            }
            for origin in Set(story.facts.map(story.origin)).prefix(20) {
                let history = story.facts.filter { story.origin($0) == origin }
                #expect(try register.history(of: origin.description).map(\.fact) == history)
            }
        }
    }

    @Test func `a day is open, closed or not counted, and nothing counted isn't nothing`() async throws {
        let folder = try TemporaryFolder()
        let first = DeskFactTests.today.adding(days: -9)
        try await folder.withRegister { register in
            func record(_ contents: DeskFact.Content..., day: Int) throws {
                let at = register.clock.instant(day: first.adding(days: day), minute: 600)
                _ = try register.record(
                    contents.map { DeskFactTests.fact($0, at: at) }, recordedAt: DeskFactTests.now)
            }
            let nobody = DeskFact.Content.attendance(Attendance(kind: .exhibition, adults: 0))
            let hours = OpeningHours.Period(from: 540, to: 720)
            try record(.opening(OpeningHours(periods: [hours])), day: 0)
            try record(.opening(OpeningHours(periods: [])), day: 1)
            try record(.annotation(Annotation(text: "orage")), day: 2)
            try record(.door(DoorCount(people: 0)), day: 3)
            try record(.opening(OpeningHours(periods: [])), .door(DoorCount(people: 0)), nobody, day: 4)
            try record(.opening(OpeningHours(periods: [])), DeskFactTests.visit { $0.channel = .email }.content, day: 5)
            try record(.opening(OpeningHours(periods: [hours])), .opening(OpeningHours(periods: [])), day: 6)
            try record(.opening(OpeningHours(periods: [])), .opening(OpeningHours(periods: [hours])), day: 7)
            try record(nobody, day: 8)
            let statistics = try register.statistics(from: first, to: first.adding(days: 9))
            #expect(
                statistics.days.map(\.kind) == [
                    .open, .closed, .notCounted, .open, .closed, .open, .closed, .open, .open, .notCounted,
                ])
            #expect(statistics.days[2].notes == ["orage"])
            #expect((statistics.door, statistics.contacts, statistics.remote) == (0, 1, 1))
            let day = first.adding(days: 9)
            #expect(try register.statistics(from: day, to: day).door == nil)
        }
    }

    @Test func `a tally counts beyond its samples, whatever becomes of either`() async throws {
        let folder = try TemporaryFolder()
        try await folder.withRegister { register in
            func expect(visitors: Int, tallied: Int, sourceLocation: SourceLocation = #_sourceLocation) throws {
                let statistics = try register.statistics(from: DeskFactTests.today, to: DeskFactTests.today)
                #expect(
                    (statistics.visitors, statistics.tallied) == (visitors, tallied), sourceLocation: sourceLocation)
                #expect(statistics.days.map(\.visitors) == [visitors], sourceLocation: sourceLocation)
            }
            func record(_ facts: DeskFact...) throws { _ = try register.record(facts, recordedAt: DeskFactTests.now) }
            let tally = DeskFactTests.fact(.tally(Tally(people: 6)))
            try record(tally)
            try expect(visitors: 6, tallied: 6)
            let sample = DeskFactTests.visit(sampleOf: tally.id)
            try record(sample)
            try expect(visitors: 6, tallied: 2)
            let more = tally.revised(content: .tally(Tally(people: 9)))
            try record(more, DeskFactTests.visit(sampleOf: more.id) { ($0.adults, $0.children) = (nil, nil) })
            try expect(visitors: 9, tallied: 5)
            let bigger = sample.revised { $0.adults = 20 }
            try record(bigger)
            try expect(visitors: 22, tallied: 0)
            try record(bigger.voided())
            try expect(visitors: 9, tallied: 9)
            try record(more.voided())
            try expect(visitors: 0, tallied: 0)
        }
    }
}
