import Reception
import Testing

@Suite struct NoticeTests {
    private static let now = Instant(milliseconds: 1_784_066_700_000)
    private static func later(_ minutes: Int64) -> Instant { now.advanced(byMilliseconds: minutes * 60_000) }

    private static func notice(
        level: Notice.Level = .info, text: String = "Le Vidourle monte", places: [String] = [], starts: Int64? = nil,
        ends: Int64 = 60, at: Instant = now
    ) throws -> Notice {
        try Notice(
            id: FactID(bornAt: at), level: level, texts: [.french: text], places: places,
            startsAt: starts.map(later), endsAt: later(ends), at: at)
    }

    @Test func `it is shown from its beginning to its end, which isn't included`() throws {
        let notice = try Self.notice(starts: 10, ends: 20)
        #expect([9, 10, 19, 20].map { notice.isShown(at: Self.later($0)) } == [false, true, true, false])
        #expect(try Self.notice().isShown(at: Self.now))
    }

    @Test(arguments: ["", "  ", "\n", " a", "a\u{a0}", "a\nb", "a\u{1b}[2Jb", String(repeating: "é", count: 301)])
    func `a text that no banner can show is refused`(text: String) {
        #expect { try Self.notice(text: text) } throws: { ($0 as? Refusal)?.code == .noticeTextInvalid }
    }

    @Test func `300 characters fit, whatever their bytes`() throws {
        #expect(try Self.notice(text: String(repeating: "👩‍👩‍👧", count: 300)).texts[.french]?.count == 300)
        #expect { try Notice(id: FactID(bornAt: Self.now), texts: [:], endsAt: Self.later(1), at: Self.now) } throws: {
            ($0 as? Refusal)?.code == .noticeTextInvalid
        }
    }

    @Test(arguments: [(nil, 0), (nil, -5), (10, 10), (20, 10), (nil, 366 * 1_440 + 1)] as [(Int64?, Int64)])
    func `a period that is over, empty or a slip of the fingers is refused`(starts: Int64?, ends: Int64) {
        #expect { try Self.notice(starts: starts, ends: ends) } throws: {
            ($0 as? Refusal)?.code == .noticePeriodInvalid
        }
    }

    @Test(arguments: [["Pont Romain"], [""], ["a", "a"], (0...50).map { "place-\($0)" }])
    func `places are named by their slug, each once, fifty at most`(places: [String]) {
        #expect { try Self.notice(places: places) } throws: { ($0 as? Refusal)?.code == .noticePlacesInvalid }
    }

    @Test func `ending one is a notice that supersedes it, and can be done once it isn't over`() throws {
        let notice = try Self.notice(level: .alert, places: ["pont-romain"])
        let ended = try notice.ended(at: Self.later(5), id: FactID(bornAt: Self.later(5)))
        #expect(ended.supersedes == notice.id && ended.id != notice.id && ended.endsAt == Self.later(5))
        #expect((ended.texts, ended.level, ended.places) == (notice.texts, notice.level, notice.places))
        #expect { try notice.ended(at: Self.later(60), id: notice.id) } throws: {
            ($0 as? Refusal)?.code == .noticeIsOver
        }
        let future = try Self.notice(starts: 30)
        #expect(try future.ended(at: Self.later(5), id: notice.id).endsAt == Self.later(30))
    }

    @Test func `the gravest come first, then the newest`() throws {
        let old = try Self.notice(level: .alert)
        let new = try Self.notice(level: .alert, at: Self.later(1))
        let info = try Self.notice(at: Self.later(2))
        let warning = try Self.notice(level: .warning)
        #expect([info, old, warning, new].sorted() == [new, old, warning, info])
    }

    @Test func `refusals speak the language of whoever typed, and English when there is no other`() throws {
        let typed = #expect(throws: Refusal.self) { try Self.notice(text: "") }
        #expect(typed?.wording(in: .french).message == "L'avis n'a pas de texte.")
        #expect(typed?.message == "The notice has no text." && typed?.wording(in: .english).message == typed?.message)
        #expect(Refusal(.notJSON, "Not JSON.", hint: "Send JSON.").wording(in: .french).hint == "Send JSON.")
    }
}
