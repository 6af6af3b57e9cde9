import MicroHTTP
import Testing

struct ErrorTests {
    private struct Broken: Error {}

    @Test func whatAHandlerThrowsIsMappedWithTheRequestsId() throws {
        let map: Server.ErrorMap = { error, id in
            Response(status: error is Broken ? 418 : 500, body: Body("mapped \(id)"))
        }
        try withServer(mapError: map, handler: { _ in throw Broken() }) { server throws in
            let client = try RawClient(port: server.port)
            for _ in 0..<2 {
                let reply = try client.get("/")
                #expect(reply.status == 418)
                #expect(reply.text == "mapped \(reply.headers["x-request-id"] ?? "?")")
            }
        }
    }

    @Test func refusalsGoThroughTheSameMap() throws {
        let map: Server.ErrorMap = { error, _ in .text("\(error)", status: (error as? Refusal)?.status ?? 500) }
        try withServer(mapError: map, handler: { _ in throw Broken() }) { server throws in
            #expect(try RawClient(port: server.port).get("/?%").text == "malformedQuery")
        }
    }

    @Test func byDefaultAnErrorIsToldWithoutDetail() throws {
        try withServer(handler: { _ in throw Broken() }) { server throws in
            let reply = try RawClient(port: server.port).get("/")
            #expect(reply.status == 500)
            #expect(!reply.text.contains("Broken"))
            #expect(reply.text.contains(reply.headers["x-request-id"] ?? "?"))
        }
    }

    @Test func aHeaderWithALineBreakIsLeftOut() throws {
        try withServer(handler: { _ in
            .reply(Response(status: 200, headers: [("X-A", "a\r\nX-Evil: 1"), ("X-B", "b")], body: Body("body")))
        }) { server throws in
            let reply = try RawClient(port: server.port).get("/")
            #expect(reply.headers["x-a"] == nil)
            #expect(reply.headers["x-evil"] == nil)
            #expect(reply.headers["x-b"] == "b")
            #expect(reply.text == "body")
        }
    }
}
