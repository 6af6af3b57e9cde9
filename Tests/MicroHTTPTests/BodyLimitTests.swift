import MicroHTTP
import Testing

struct BodyLimitTests {
    private let count: Server.Handler = { .reply(.text("\($0.body.count)")) }

    @Test func aBodyAtTheLimitArrivesWhole() throws {
        let body = String(repeating: "x", count: 262_144)
        try withServer(handler: { .reply(Response(status: 200, body: Body($0.body))) }) { server throws in
            let client = try RawClient(port: server.port)
            #expect(try client.request("POST", "/", body: body).text == body)
            #expect(try client.request("POST", "/", body: "short").text == "short")
        }
    }

    @Test(arguments: ["POST", "PUT", "PATCH", "DELETE"])
    func anAnnouncedGibibyteIsRefusedAtOnce(method: String) throws {
        try withServer(handler: count) { server throws in
            let client = try RawClient(port: server.port)
            try client.send("\(method) / HTTP/1.1\r\nHost: test\r\nContent-Length: 1073741824\r\n\r\nthe beginning")
            let reply = try client.reply()
            #expect(reply.status == 413)
            #expect(reply.text.contains("262144"))
            #expect(try client.isClosedByServer())
        }
    }

    @Test func aChunkedBodyArrivesWhole() throws {
        try withServer(handler: { .reply(Response(status: 200, body: Body($0.body))) }) { server throws in
            let client = try RawClient(port: server.port)
            try client.send("POST / HTTP/1.1\r\nHost: test\r\nTransfer-Encoding: chunked\r\n\r\n")
            try client.send("5\r\nhello\r\n1\r\n \r\n5\r\nworld\r\n0\r\n\r\n")
            #expect(try client.reply().text == "hello world")
        }
    }

    @Test func aChunkedBodyOverTheLimitIsRefused() throws {
        try withServer({ $0.maxBodyBytes = 1000 }, handler: count) { server throws in
            let client = try RawClient(port: server.port)
            try client.send("POST / HTTP/1.1\r\nHost: test\r\nTransfer-Encoding: chunked\r\n\r\n")
            let chunk = String(repeating: "x", count: 100)
            for _ in 0..<11 { try client.send("64\r\n\(chunk)\r\n") }
            try client.send("0\r\n\r\n")
            #expect(try client.reply().status == 413)
        }
    }

    @Test func aChunkedBodyWithoutEndIsCut() throws {
        try withServer({ $0.maxBodyBytes = 1000 }, handler: count) { server throws in
            let client = try RawClient(port: server.port)
            try client.send("POST / HTTP/1.1\r\nHost: test\r\nTransfer-Encoding: chunked\r\n\r\n")
            let chunk = "4000\r\n" + String(repeating: "x", count: 0x4000) + "\r\n"
            #expect(throws: RawClient.Failure.self) {
                for _ in 0..<65_536 { try client.send(chunk) }
            }
        }
    }

    @Test func aClientThatAsksFirstIsToldToContinue() throws {
        try withServer(handler: count) { server throws in
            let client = try RawClient(port: server.port)
            try client.send("POST / HTTP/1.1\r\nHost: test\r\nContent-Length: 5\r\nExpect: 100-continue\r\n\r\n")
            #expect(try client.reply().status == 100)
            try client.send("hello")
            #expect(try client.reply().text == "5")
        }
    }

    @Test func aClientThatAsksFirstIsToldWhenTheBodyIsTooLong() throws {
        try withServer(handler: count) { server throws in
            let client = try RawClient(port: server.port)
            try client.send("POST / HTTP/1.1\r\nHost: test\r\nContent-Length: 500000\r\nExpect: 100-continue\r\n\r\n")
            #expect(try client.reply().status == 413)
        }
    }

    @Test(arguments: ["-1", "1x", "99999999999999999999999", ""])
    func aNonsenseLengthIsRefused(length: String) throws {
        try withServer(handler: count) { server throws in
            let client = try RawClient(port: server.port)
            try client.send("POST / HTTP/1.1\r\nHost: test\r\nContent-Length: \(length)\r\n\r\n")
            #expect([400, 413].contains(try client.reply().status))
        }
    }

    @Test func tenThousandHeadersAreRefused() throws {
        try withServer(handler: count) { server throws in
            let client = try RawClient(port: server.port)
            try client.send("GET / HTTP/1.1\r\nHost: test\r\n")
            // The server may close before all is sent.
            try? client.send((0..<10_000).map { "X-\($0): y\r\n" }.joined() + "\r\n")
            #expect(try client.reply().status == 431)
            #expect(try RawClient(port: server.port).get("/").status == 200)
        }
    }

    /// The statuses for requests of these sizes, each on its own connection.
    private func statuses(_ sizes: StrideTo<Int>, _ request: (RawClient, Int) throws -> RawClient.Reply) throws -> [Int]
    {
        let resource = Resource(identity: Body("hello"), gzip: Body("gz"), etag: "e", contentType: "text/plain")
        return try withServer(handler: { .reply(resource.answer(to: $0)) }) { server throws in
            try sizes.map { try request(RawClient(port: server.port), $0).status }
        }
    }

    @Test(arguments: ["X-Big: ", "If-None-Match: \"", "Accept-Encoding: "])
    func headersUpToTheLimitAreAnsweredAndLongerOnesRefused(beginning: String) throws {
        func get(_ client: RawClient, _ size: Int) throws -> RawClient.Reply {
            try client.get("/", beginning + String(repeating: "x", count: size))
        }
        #expect(Set(try statuses(stride(from: 2000, to: 7990, by: 31), get)) == [200])
        #expect(Set(try statuses(stride(from: 8192, to: 9700, by: 31), get)) == [431])
        #expect(Set(try statuses(stride(from: 10_300, to: 40_000, by: 997), get)) == [431])
    }

    @Test func cookiesCountTwice() throws {
        func get(_ client: RawClient, _ size: Int) throws -> RawClient.Reply {
            try client.get("/", "Cookie: a=" + String(repeating: "x", count: size))
        }
        #expect(Set(try statuses(stride(from: 2000, to: 3900, by: 31), get)) == [200])
        #expect(Set(try statuses(stride(from: 4100, to: 4700, by: 31), get)) == [431])
    }

    @Test func aPathOrAQueryUpToTheLimitIsAnswered() throws {
        let sizes = stride(from: 2000, to: 8000, by: 37)
        #expect(Set(try statuses(sizes) { try $0.get("/" + String(repeating: "x", count: $1)) }) == [200])
        #expect(Set(try statuses(sizes) { try $0.get("/?" + String(repeating: "x", count: $1)) }) == [200])
    }

    @Test func aQueryOfManyItemsIsAnswered() throws {
        try withServer(handler: { .reply(.text("\($0.queryItems.count) \($0.query("last") ?? "-")")) }) {
            server throws in
            let items = (0..<1000).map { "a\($0)=?" }.joined(separator: "&")
            #expect(try RawClient(port: server.port).get("/?\(items)&last=b?c").text == "1001 b?c")
        }
    }

    @Test func anEndlessPathIsRefused() throws {
        try withServer(handler: count) { server throws in
            let client = try RawClient(port: server.port)
            try? client.send("GET /" + String(repeating: "a", count: 100_000) + " HTTP/1.1\r\nHost: test\r\n\r\n")
            #expect([414, 431].contains(try client.reply().status))
        }
    }
}
