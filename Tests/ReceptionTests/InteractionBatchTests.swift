import Foundation
import Reception
import Testing

private let received = Instant(milliseconds: 1_784_023_500_000)  // 2026-07-14T10:05:00Z

/// A good event as written, with some of its fields replaced by JSON of the test's, or left out (nil).
private func event(_ changes: [String: String?] = [:]) -> String {
    var fields: [String: String?] = [
        "id": #""0197f8a2-6c00-7d5e-8f10-3b2a1c4d5e6f""#, "at": #""2026-07-14T10:04:59.500Z""#,
        "session": #""s-1""#, "seq": "3", "screen": #""hall-1""#, "kind": #""place""#,
        "place": #""pont-romain""#, "theme": #""heritage""#, "lang": #""fr""#, "value": nil,
    ]
    for (name, value) in changes { fields[name] = .some(value) }
    return "{" + fields.compactMap { name, value in value.map { "\"\(name)\":\($0)" } }.joined(separator: ",") + "}"
}

private func read(_ json: String) throws(Refusal) -> InteractionBatch {
    try InteractionBatch(json: Array(json.utf8), receivedAt: received)
}

private func read(events: String..., sentAt: String? = nil) throws(Refusal) -> InteractionBatch {
    let list = "\"interactions\":[\(events.joined(separator: ","))]"
    return try read("{" + (sentAt.map { "\"sent_at\":\"\($0)\"," } ?? "") + list + "}")
}

@Suite struct InteractionBatchTests {
    @Test func `a good event is kept as it was sent`() throws {
        let batch = try read(events: event())
        let kept = try #require(batch.accepted.first)
        #expect(batch.rejected.isEmpty && batch.positions == [0])
        #expect(kept.id.description == "0197f8a2-6c00-7d5e-8f10-3b2a1c4d5e6f")
        #expect(kept.at.description == "2026-07-14T10:04:59.500Z")
        #expect((kept.session, kept.seq, kept.screen) == ("s-1", 3, "hall-1"))
        #expect((kept.kind, kept.place, kept.theme, kept.lang) == (.place, "pont-romain", "heritage", "fr"))
        #expect(kept.value == nil && kept.skew == nil)
    }

    @Test(arguments: [
        ("", Refusal.Code.notJSON), ("hello", .notJSON), ("{", .notJSON), ("{\"interactions\":[}", .notJSON),
        ("{\"interactions\":[]} x", .notJSON), ("\u{0}", .notJSON), ("[]", .notAnObject), ("3", .notAnObject),
        ("null", .notAnObject), ("\"text\"", .notAnObject), ("{}", .interactionsMissing),
        ("{\"interactions\":null}", .interactionsMissing), ("{\"interactions\":{}}", .interactionsMissing),
        ("{\"interactions\":3}", .interactionsMissing), ("{\"interactions\":[]}", .interactionsEmpty),
        ("{\"interactions\":[1],\"visits\":[]}", .unknownKey),
        ("{\"interactions\":[1],\"sent_at\":3}", .sentAtInvalid),
        ("{\"interactions\":[1],\"sent_at\":\"yesterday\"}", .sentAtInvalid),
    ])
    func `a request that isn't a list of events is refused whole`(json: String, code: Refusal.Code) {
        #expect { try read(json) } throws: { ($0 as? Refusal)?.code == code }
    }

    @Test func `up to 200 events are taken, no more`() throws {
        let list = [String](repeating: event(), count: 200).joined(separator: ",")
        #expect(try read(events: list).accepted.count == 200)
        #expect { try read(events: list, event()) } throws: { ($0 as? Refusal)?.code == .tooManyInteractions }
    }

    @Test(
        arguments: [
            (["id": nil], Refusal.Code.fieldMissing), (["at": nil], .fieldMissing), (["session": nil], .fieldMissing),
            (["seq": nil], .fieldMissing), (["screen": nil], .fieldMissing), (["kind": nil], .fieldMissing),
            (["lang": nil], .fieldMissing), (["id": "3"], .fieldMistyped), (["seq": "\"3\""], .fieldMistyped),
            (["seq": "1.5"], .fieldMistyped), (["seq": "1e400"], .fieldMistyped),
            (["seq": "99999999999999999999"], .fieldMistyped),
            (["place": "[]"], .fieldMistyped), (["value": "{}"], .fieldMistyped), (["value": "[1]"], .fieldMistyped),
            (["value": "1e400"], .fieldMistyped), (["id": "\"nonsense\""], .idInvalid),
            (["at": "\"14/07/2026\""], .atInvalid), (["at": "\"1970-01-01T00:00:00Z\""], .atTooOld),
            (["at": "\"2099-01-01T00:00:00Z\""], .atInFuture), (["at": "\"0000-01-01T00:00:00Z\""], .atTooOld),
            (["at": "\"9999-12-31T23:59:59-23:59\""], .atInFuture), (["session": "\"\""], .sessionInvalid),
            (["session": "\"a b\""], .sessionInvalid), (["session": "\"é\""], .sessionInvalid),
            (["seq": "-1"], .seqInvalid),
            (["seq": "2147483649"], .seqInvalid),
            (["screen": "\"\(String(repeating: "x", count: 65))\""], .screenInvalid),
            (["kind": "\"dance\""], .kindUnknown), (["place": "\"Pont\""], .placeInvalid),
            (["place": "\"\""], .placeInvalid),
            (["place": "\"../../etc\""], .placeInvalid),
            (["theme": "\"\(String(repeating: "x", count: 81))\""], .themeInvalid),
            (["lang": "\"xx\""], .langInvalid), (["lang": "\"FR\""], .langInvalid), (["lang": "\"fra\""], .langInvalid),
            (["value": "\"\(String(repeating: "é", count: 201))\""], .valueInvalid),
            (["value": #""a\u0000b""#], .valueInvalid),
            (["kind": "\"feedback\""], .valueInvalid), (["kind": "\"feedback\"", "value": "0"], .valueInvalid),
            (["kind": "\"feedback\"", "value": "5"], .valueInvalid),
            (["kind": "\"feedback\"", "value": "2.5"], .valueInvalid),
            (["kind": "\"feedback\"", "value": "true"], .valueInvalid),
        ] as [([String: String?], Refusal.Code)])
    func `a bad event rejects only itself, by name`(changes: [String: String?], code: Refusal.Code) throws {
        let good = event(["id": "\"0197f8a2-6c00-7d5e-8f10-000000000001\""])
        let batch = try read(events: good, event(changes), good)
        #expect(batch.accepted.count == 2)
        #expect(batch.positions == [0, 2])
        let rejected = try #require(batch.rejected.first)
        #expect((batch.rejected.count, rejected.index, rejected.refusal.code) == (1, 1, code))
        #expect(rejected.refusal.message.isEmpty == false && rejected.refusal.hint.isEmpty == false)
        if changes["id"] == nil { #expect(rejected.id?.description == "0197f8a2-6c00-7d5e-8f10-3b2a1c4d5e6f") }
    }

    @Test(arguments: ["1", "[]", "null", "\"text\"", "true"])
    func `an event that is no object is named`(json: String) throws {
        let batch = try read(events: json, event())
        #expect(batch.accepted.count == 1)
        #expect(batch.rejected.first?.index == 0)
        #expect(batch.rejected.first?.refusal.code == .fieldMistyped)
    }

    @Test(arguments: [
        ("session-end", #""idle""#, "idle"), ("filter", "3", "3"), ("filter", "3.0", "3"), ("filter", "-0.5", "-0.5"),
        ("filter", "true", "true"), ("filter", "false", "false"), ("filter", "1e3", "1000"),
        ("filter", "1e300", "1e+300"),
        ("feedback", "4", "4"), ("feedback", "1.0", "1"), ("search", "0", "0"), ("search", "true", "true"),
        ("filter", #""caf\u00e9 \ud83c\udf77""#, "café 🍷"),
    ])
    func `a value is stored as text`(kind: String, json: String, stored: String) throws {
        #expect(try read(events: event(["kind": "\"\(kind)\"", "value": json])).accepted.first?.value == stored)
    }

    @Test func `a value has up to 200 characters, whatever their bytes`() throws {
        let text = String(repeating: "🍷", count: 200)
        #expect(try read(events: event(["value": "\"\(text)\""])).accepted.first?.value == text)
    }

    @Test func `what was typed in a search is not kept`() throws {
        let batch = try read(events: event(["kind": "\"search\"", "value": "\"jean dupont\""]))
        #expect(batch.accepted.count == 1)
        #expect(batch.accepted.first?.value == nil)
    }

    @Test func `a clock within two minutes is believed`() throws {
        let batch = try read(
            events: event(["at": "\"2026-07-14T10:03:00Z\""]), sentAt: "2026-07-14T10:03:00Z")
        #expect(batch.accepted.first?.at.description == "2026-07-14T10:03:00.000Z")
        #expect(batch.accepted.first?.skew == nil)
    }

    @Test(arguments: [
        ("1970-01-01T00:02:00Z", "1970-01-01T00:01:00Z", 1_784_023_380_000),
        ("2026-07-14T10:02:59Z", "2026-07-14T10:01:59Z", 121_000),
        ("2099-01-01T00:01:00Z", "2099-01-01T00:00:00Z", 1_784_023_500_000 - 4_070_908_860_000),
    ])
    func `a clock further off is corrected, and its error recorded`(sentAt: String, at: String, skew: Int64) throws {
        let kept = try #require(try read(events: event(["at": "\"\(at)\""]), sentAt: sentAt).accepted.first)
        #expect(kept.at.description == "2026-07-14T10:04:00.000Z")
        #expect(kept.skew == skew)
    }

    @Test func `two minutes ahead and 25 months back are the limits`() throws {
        func code(_ at: String) throws -> Refusal.Code? {
            try read(events: event(["at": "\"\(at)\""])).rejected.first?.refusal.code
        }
        #expect(try code("2026-07-14T10:07:00.000Z") == nil)
        #expect(try code("2026-07-14T10:07:00.001Z") == .atInFuture)
        #expect(try code("2024-06-14T10:05:00.000Z") == nil)
        #expect(try code("2024-06-14T10:04:59.999Z") == .atTooOld)
    }
}

/// What a hostile or broken client can send: each is decided, and none crashes.
@Suite struct HostileJSONTests {
    @Test func `depth is bounded`() {
        for bomb in [
            String(repeating: "[", count: 100_000), String(repeating: "{\"a\":", count: 100_000),
            "{\"interactions\":[" + String(repeating: "[", count: 50_000) + String(repeating: "]", count: 50_000)
                + "]}",
        ] {
            #expect { try read(bomb) } throws: { ($0 as? Refusal)?.code == .notJSON }
        }
    }

    @Test func `bytes that aren't UTF-8 never become an event`() {
        let good = Array("{\"interactions\":[\(event())]}".utf8)
        for bad in [[0xFF], [0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xE2, 0x82]] as [[UInt8]] {
            var bytes = good
            bytes.replace(Array("hall-1".utf8), with: bad)
            let batch = try? InteractionBatch(json: bytes, receivedAt: received)
            #expect(batch?.accepted.isEmpty ?? true)
        }
    }

    @Test func `UTF-16 and a byte order mark are decided`() throws {
        let json = "{\"interactions\":[\(event())]}"
        for encoding in [String.Encoding.utf16, .utf16BigEndian, .utf32] {
            let data = try #require(json.data(using: encoding))
            #expect { try InteractionBatch(json: Array(data), receivedAt: received) } throws: {
                ($0 as? Refusal)?.code == .notJSON
            }
        }
        #expect(try read("\u{FEFF}" + json).accepted.count == 1)
    }

    @Test(arguments: [#"\ud800"#, #"\udc00"#, #"\ud800\ud800"#, #"\ud800x"#, #"\u12"#, #"\x"#])
    func `half a surrogate pair or a broken escape is never stored`(escape: String) {
        let batch = try? read(events: event(["value": "\"\(escape)\"", "kind": "\"filter\""]))
        #expect(batch?.accepted.isEmpty ?? true)
    }

    @Test func `of a key given twice one is taken, and judged by the same rules`() throws {
        let twice = event().dropLast() + ",\"screen\":\"hall-2\"}"
        let screen = try #require(try read(events: String(twice)).accepted.first?.screen)
        #expect(["hall-1", "hall-2"].contains(screen))
    }

    @Test func `keys of an event that mean nothing are not kept`() throws {
        let batch = try read(events: event(["email": "\"a@b.c\"", "ip": "\"10.0.0.1\""]))
        #expect(batch.accepted.count == 1)
    }

    @Test func `numbers of any length are decided`() throws {
        let digits = String(repeating: "9", count: 10_000)
        let batch = try read(events: event(["seq": digits]), event(["value": digits]), event(["value": "0." + digits]))
        #expect(batch.accepted.count + batch.rejected.count == 3)
        #expect(batch.rejected.map(\.index).contains(0))
    }

    @Test func `a request cut or changed anywhere is read or refused`() {
        let good = Array("{\"sent_at\":\"2026-07-14T10:05:00Z\",\"interactions\":[\(event(["value": "1.5"]))]}".utf8)
        for end in good.indices {
            #expect(throws: Refusal.self) {
                try InteractionBatch(json: Array(good[..<end]), receivedAt: received)
            }
        }
        var random = SystemRandomNumberGenerator()
        for _ in 0..<20_000 {
            var bytes = good
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                bytes[Int.random(in: bytes.indices, using: &random)] = UInt8.random(in: 0...255, using: &random)
            }
            if let batch = try? InteractionBatch(json: bytes, receivedAt: received) {
                #expect(batch.accepted.count + batch.rejected.count >= 1)
            }
        }
    }
}
