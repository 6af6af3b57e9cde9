import Reception
import Testing

@testable import KioskServer

private let receivedAt = Instant(milliseconds: 1_784_023_500_000)  // 2026-07-14T10:05:00Z

private let id = "0197f8a2-6c00-7d5e-8f10-3b2a1c4d5e6f"

/// A good event but for what is changed; `more` stands after its fields.
private func event(_ more: String = "", id: String = "\"" + id + "\"", seq: String = "3") -> String {
    "{\"id\":" + id + ",\"at\":\"2026-07-14T10:04:59.500Z\",\"session\":\"s-1\",\"seq\":" + seq
        + ",\"screen\":\"hall-1\",\"kind\":\"filter\",\"lang\":\"fr\"" + more + "}"
}

private func request(_ events: String) -> String { "{\"interactions\":[" + events + "]}" }

private func read(
    _ reader: ([UInt8], Instant) throws(Reception.Refusal) -> InteractionBatch, _ body: [UInt8]
) -> Result<InteractionBatch, Reception.Refusal> {
    Result { () throws(Reception.Refusal) in try reader(body, receivedAt) }
}

private func expectOneAnswer(to body: [UInt8], sourceLocation: SourceLocation = #_sourceLocation) {
    let quick = read(InteractionBatch.init(body:receivedAt:), body)
    let general = read(InteractionBatch.init(json:receivedAt:), body)
    #expect(quick == general, "\(String(decoding: body, as: UTF8.self))", sourceLocation: sourceLocation)
}

/// What may follow the fields of an event that the quick reader reads by itself.
private let plainFields: [String] = [
    "", #","place":"pont-romain","theme":"heritage","value":"idle","term":"pont""#,
    #","place":null,"theme":null,"value":null,"term":null"#,
    #","place":"../etc""#, #","value":0"#, #","value":-0"#, #","value":-7"#, #","value":9007199254740991"#,
    #","value":9007199254740992"#,
    #","value":9007199254740993"#, #","value":9223372036854775807"#, #","value":-9223372036854775807"#,
    #","value":true"#,
    #","value":false"#, #","value":"""#, #","value":"a/b""#,
    #","value":"é 🍷 "# + "e\u{301} \u{7F} \u{FEFF} \u{10FFFF}\"",
]

/// Bodies that it reads by itself: `…` stands for a good event.
private let plainBodies: [String] = [
    #"{"interactions":[…,…]}"#, " \t\r\n{ \"interactions\" : [ … ] , \"sent_at\" : \"2026-07-14T10:05:00Z\" } \n",
    #"{"sent_at":null,"interactions":[…]}"#, #"{"sent_at":"yesterday","interactions":[…]}"#,
]

/// Fields that it leaves to the general reader, some of them good.
private let otherFields: [String] = [
    // Keys that are there twice, unknown, or somewhere else's.
    #","seq":4"#, #","value":1,"value":2"#, #","value":1,"value":null"#, #","colour":"red""#, #","":1"#, #","Value":1"#,
    #","value ":1"#,
    #","interactions":[]"#, #","sent_at":null"#, ",", ",'value':1", ",value:1", #","value""#, #","value":"#,
    #"."value":1"#,
    // Escapes, whole surrogate pairs and halves; control characters.
    #","value":"caf\u00e9""#, #","value":"\ud83c\udf77""#, #","value":"\ud83c""#, #","value":"\udf77\ud83c""#,
    #","value":"\u0000""#,
    #","value":"a\/b\n\t\"""#, #","value":"\x""#, #","value":"\u12""#, #","v\u0061lue":1"#, ",\"value\":\"a\nb\"",
    ",\"value\":\"a\tb\"",
    ",\"value\":\"a\u{0}b\"", ",\"value\":\"a\u{1F}b\"",
    // Numbers.
    #","value":1e3"#, #","value":1.0"#, #","value":-0.0"#, #","value":0.5"#, #","value":1E-400"#, #","value":1e400"#,
    #","value":9223372036854775808"#, #","value":99999999999999999999999"#, #","value":01"#, #","value":+1"#,
    #","value":1."#,
    #","value":.5"#, #","value":-"#, #","value":NaN"#, #","value":Infinity"#, #","value":0x10"#,
    // Types.
    #","place":3"#, #","term":true"#, #","value":[]"#, #","value":{}"#, #","value":[[[1]]]"#,
    #","place":{"a":{"b":[]}}"#, #","value":truE"#,
]

/// Bodies that it leaves to the general reader.
private let otherBodies: [String] = [
    "", "3", "null", "\"text\"", "[]", "[…]", "{}", "…", #"{"id":"x"}"#, #"{"interactions":null}"#,
    #"{"interactions":{}}"#,
    #"{"interactions":3}"#, #"{"interactions":…}"#, #"{"interactions":[]}"#, #"{"interactions":[[…]]}"#,
    #"{"interactions":[1]}"#,
    #"{"interactions":[null]}"#, #"{"interactions":["text"]}"#, #"{"interactions":[{}]}"#, #"{"interactions":[…,]}"#,
    #"{"interactions":[,…]}"#, #"{"interactions":[… …]}"#, #"{"interactions":[…],"interactions":[…]}"#,
    #"{"interactions":[…],"visits":[]}"#,
    #"{"sent_at":null,"sent_at":null,"interactions":[…]}"#, #"{"interactions":[…],"id":"x"}"#,
    #"{"sent_at":3,"interactions":[…]}"#,
    #"{"sent_at":[],"interactions":[…]}"#, #"{"sent_at":"2026-07-14T10:05:00Z"}"#, #"{"interactions":[…"#,
    #"{"interactions":[…]"#,
    #"{"interactions":[…]} x"#, #"{"interactions":[…]}{"interactions":[…]}"#, #"{"interactions":[…]},"#,
    #"{"interactions":[…]}]"#,
    "\u{FEFF}{\"interactions\":[…]}", "\u{A0}{\"interactions\":[…]}", "\u{0C}{\"interactions\":[…]}",
    "{\"interactions\":\u{0B}[…]}",
    "{\"interactions\":[…]}\u{0B}", "{\"interactions\":[…]}\u{0}", "\u{0}{\"interactions\":[…]}",
    "// so\n{\"interactions\":[…]}",
    "/* so */{\"interactions\":[…]}",
]

private let otherNumbers: [String] = [
    "null", "\"3\"", "true", "3.0", "1e2", "3.5", "99999999999999999999", "[]", "03", "",
]

@Suite struct PlainInteractionsTests {
    private func expect(_ json: String, isPlain: Bool) {
        let body = Array(json.replacing("…", with: event()).utf8)
        #expect((PlainInteractions.read(body) != nil) == isPlain, "\(json)")
        expectOneAnswer(to: body)
    }

    @Test func `a plain body is read at once, with the general reader's answer`() {
        for fields in plainFields { expect(request(event(fields)), isPlain: true) }
        for body in plainBodies { expect(body, isPlain: true) }
        for seq in ["-0", "-1", "0", "2147483648", "2147483649"] { expect(request(event(seq: seq)), isPlain: true) }
        for id in ["\"\"", "\"nonsense\"", "\"" + id.uppercased() + "\""] {
            expect(request(event(id: id)), isPlain: true)
        }
        expect(request(Array(repeating: event(), count: 200).joined(separator: ",")), isPlain: true)
    }

    @Test func `any other body has the general reader's answer`() {
        for fields in otherFields { expect(request(event(fields)), isPlain: false) }
        for body in otherBodies { expect(body, isPlain: false) }
        for seq in otherNumbers { expect(request(event(seq: seq)), isPlain: false) }
        for id in ["null", "3", "[]"] { expect(request(event(id: id)), isPlain: false) }
        expect(request(Array(repeating: event(), count: 201).joined(separator: ",")), isPlain: false)
        for field in ["id", "at", "session", "seq", "screen", "kind", "lang"] {
            expect(request(event().replacing("\"\(field)\":", with: "\"x\":")), isPlain: false)
        }
    }

    @Test(arguments: [4, 100, 511, 512, 513, 2_000]) func `depth is judged by the general reader`(depth: Int) {
        let (down, up) = (String(repeating: "[", count: depth), String(repeating: "]", count: depth))
        for body in [down, down + up, "{\"interactions\":" + down + up + "}", request(down + up)] {
            expect(body, isPlain: false)
        }
        expect(request(event(",\"value\":" + down + up)), isPlain: false)
    }

    /// Cut, half, overlong, a surrogate in UTF-8, beyond Unicode, never a byte of UTF-8.
    @Test(
        arguments: [
            [0xC3], [0xE2, 0x82], [0xF0, 0x9F, 0x8D], [0x80], [0xC3, 0x28], [0xC0, 0x80], [0xC1, 0xBF],
            [0xE0, 0x80, 0xAF],
            [0xF0, 0x80, 0x80, 0xAF], [0xED, 0xA0, 0x80], [0xED, 0xBF, 0xBF], [0xF4, 0x90, 0x80, 0x80],
            [0xF8, 0x88, 0x80, 0x80, 0x80],
            [0xFE], [0xFF],
        ] as [[UInt8]])
    func `bytes that aren't UTF-8 are nobody's text`(bytes: [UInt8]) {
        let (before, after) = (Array(request(event(",\"value\":\"a")).utf8.dropLast(3)), Array("\"}]}".utf8))
        for body in [before + bytes + after, before + after + bytes, bytes + before + after] {
            #expect(PlainInteractions.read(body) == nil)
            expectOneAnswer(to: body)
        }
    }

    @Test func `a plain body with any one byte changed, left out or doubled has one answer`() {
        let body = Array(request(event(#","place":"a-b","value":12"#)).utf8)
        for position in body.indices {
            for byte in [
                0, 0x0B, 0x20, 0x22, 0x2C, 0x2D, 0x2E, 0x30, 0x3A, 0x5B, 0x5C, 0x5D, 0x65, 0x7B, 0x7D, 0x80, 0xFF,
            ] as [UInt8] {
                var changed = body
                changed[position] = byte
                expectOneAnswer(to: changed)
            }
            expectOneAnswer(to: Array(body[..<position] + body[(position + 1)...]))
            expectOneAnswer(to: Array(body[...position] + body[position...]))
            expectOneAnswer(to: Array(body[..<position]))
        }
    }
}
