import Reception
import Testing

@Suite struct TroubleTests {
    private static func trouble(_ json: String) throws -> Trouble { try Trouble(json: Array(json.utf8)) }

    @Test func `what a browser said is one harmless line`() throws {
        let trouble = try Self.trouble(
            #"{"screen":"ecran-1","message":"a\nb\u001b[31m\u202ec","at":"app.js:1:2","version":"v1","more":[1]}"#)
        #expect(trouble.description == "screen ecran-1: a b [31m c at app.js:1:2 (web app v1)")
        #expect(try Self.trouble(#"{"screen":"e","message":""}"#).description == "screen e: ")
    }

    @Test(arguments: [
        ("[]", Refusal.Code.fieldMistyped), ("{", .notJSON), (#"{"screen":"e"}"#, .fieldMissing),
        (#"{"screen":"é","message":"a"}"#, .screenInvalid), (#"{"screen":1,"message":"a"}"#, .fieldMistyped),
        (#"{"screen":"e","message":"a","at":null}"#, .fieldMistyped),
        ("{\"screen\":\"e\",\"message\":\"\(String(repeating: "a", count: 301))\"}", .troubleInvalid),
    ])
    func `what isn't a trouble is refused by name`(json: String, code: Refusal.Code) {
        #expect { try Self.trouble(json) } throws: { ($0 as? Refusal)?.code == code }
    }
}
