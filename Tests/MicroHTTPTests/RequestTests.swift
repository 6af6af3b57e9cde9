import MicroHTTP
import Testing

struct RequestTests {
    /// Answers with what it saw.
    private let echo: Server.Handler = { request in
        let query = request.queryItems.map { "\($0.name)=\($0.value)" }.joined(separator: "|")
        let body = String(decoding: request.body, as: UTF8.self)
        return .reply(.text("\(request.method.rawValue) \(request.path) [\(query)] \(body)"))
    }

    @Test func aRequestReachesTheHandlerAndItsConnectionStaysOpen() throws {
        try withServer(handler: echo) { server throws in
            let client = try RawClient(port: server.port)
            for number in 1...3 {
                let reply = try client.get("/place/\(number)")
                #expect(reply.status == 200)
                #expect(reply.text == "GET /place/\(number) [] ")
            }
            #expect(try client.request("POST", "/visits", body: "hello").text == "POST /visits [] hello")
            #expect(try client.get("/end").text == "GET /end [] ")
            #expect(server.connectionCount == 1)
        }
    }

    @Test func requestsSentTogetherAreAnsweredInOrder() throws {
        try withServer(handler: echo) { server throws in
            let client = try RawClient(port: server.port)
            try client.send((1...20).map { "GET /\($0) HTTP/1.1\r\nHost: test\r\n\r\n" }.joined())
            for number in 1...20 { #expect(try client.reply().text == "GET /\(number) [] ") }
        }
    }

    @Test func eachAnswerNamesItsRequest() throws {
        try withServer(handler: { .reply(.text($0.id.description)) }) { server throws in
            let client = try RawClient(port: server.port)
            var ids: Set<String> = []
            for _ in 0..<5 {
                let reply = try client.get("/")
                #expect(reply.headers["x-request-id"] == reply.text)
                ids.insert(reply.text)
            }
            ids.insert(try RawClient(port: server.port).get("/").text)
            #expect(ids.count == 6)
        }
    }

    @Test func aSharedResponseServesAnyNumberOfRequestsWithoutTheirIds() throws {
        let shared = Response(status: 200, headers: [("X-Kind", "shared")], body: Body("same"), shared: true)
        try withServer(handler: { _ in .reply(shared) }) { server throws in
            for _ in 0..<3 {
                let client = try RawClient(port: server.port)
                for _ in 0..<3 {
                    let reply = try client.get("/")
                    #expect(reply.text == "same")
                    #expect(reply.headers["x-kind"] == "shared")
                    #expect(reply.headers["x-request-id"] == nil)
                }
            }
        }
    }

    @Test(arguments: ["GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"])
    func knownMethodsReachTheHandler(method: String) throws {
        try withServer(handler: echo) { server throws in
            let client = try RawClient(port: server.port)
            #expect(try client.request(method, "/x", body: "b").text == "\(method) /x [] b")
            #expect(try client.get("/y").text == "GET /y [] ")
        }
    }

    @Test(arguments: ["TRACE", "BREW", "get"])
    func otherMethodsReachTheHandlerAsSuch(method: String) throws {
        try withServer(handler: echo) { server throws in
            #expect(try RawClient(port: server.port).request(method, "/x").text == "- /x [] ")
        }
    }

    @Test func headIsAnsweredAsGetWithoutTheBody() throws {
        try withServer(handler: echo) { server throws in
            let client = try RawClient(port: server.port)
            let reply = try client.request("HEAD", "/abc")
            #expect(reply.status == 200)
            #expect(reply.headers["content-length"] == "13")
            #expect(try client.get("/next").text == "GET /next [] ")
        }
    }

    @Test(arguments: [
        "/../etc/passwd", "/a/../../b", "/%2e%2e/%2E%2E/etc", "/a%00b", "/%c0%af..%c0%af", "/%", "/%zz", "//x///y",
        "/a+b",
        "/a;b=c", "/caf%C3%A9", "/a%2Fb%3Fc%23", "*",
    ])
    func pathsArriveAsSent(path: String) throws {
        try withServer(handler: echo) { server throws in
            #expect(try RawClient(port: server.port).get(path).text == "GET \(path) [] ")
        }
    }

    @Test(arguments: [
        Array("/a".utf8) + [0] + Array("b".utf8), Array("/a".utf8) + [0] + Array("b?c=d".utf8), [0],
        Array("/".utf8) + [0xC0, 0xAF], Array("/caf".utf8) + [0xC3, 0xA9], Array("/a".utf8) + [0x1B],
        Array("nowhere".utf8),
        Array("http://elsewhere/".utf8), Array("/a?b=c".utf8) + [0] + Array("d".utf8),
    ])
    func targetsThatNoUrlCanHoldAreRefused(target: [UInt8]) throws {
        try withServer(handler: echo) { server throws in
            let client = try RawClient(port: server.port)
            try client.send(Array("GET ".utf8) + target + Array(" HTTP/1.1\r\nHost: test\r\n\r\n".utf8))
            #expect(try client.reply().status == 400)
        }
    }

    @Test func aTargetWithASpaceIsNeverServed() throws {
        try withServer(handler: echo) { server throws in
            let client = try RawClient(port: server.port)
            try client.send("GET /a b HTTP/1.1\r\nHost: test\r\n\r\n")
            #expect(try client.isClosedByServer())
        }
    }

    @Test func queryValuesAreDecodedWhileThePathIsNot() throws {
        try withServer(handler: echo) { server throws in
            let client = try RawClient(port: server.port)
            #expect(
                try client.get("/a%20b?name=Sommi%C3%A8res&x=1+2%2B3&empty=&flag&%66=g%3Dh&&i==").text
                    == "GET /a%20b [name=Sommières|x=1 2+3|empty=|flag=|f=g=h|i==] ")
            #expect(try client.get("/?").text == "GET / [] ")
            #expect(try client.get("/?a=/b?c").text == "GET / [a=/b?c] ")
        }
    }

    @Test func aQueryItemIsFoundByName() throws {
        try withServer(handler: { .reply(.text("\($0.query("a") ?? "none") \($0.query("b") ?? "none")")) }) {
            server throws in
            #expect(try RawClient(port: server.port).get("/?a=1&a=2").text == "1 none")
        }
    }

    @Test(arguments: ["?a=%C0%AF", "?a=%FF", "?%E9=x", "?a=%", "?a=%4", "?a=%zz", "?a=%00", "?ok=1&a=%ED%A0%80"])
    func queriesThatAreNotUtf8AreRefused(query: String) throws {
        try withServer(handler: echo) { server throws in
            let client = try RawClient(port: server.port)
            let reply = try client.get("/" + query)
            #expect(reply.status == 400)
            #expect(reply.text.contains("UTF-8"))
        }
    }

    @Test func headersAreFoundWhateverTheirLetterCase() throws {
        try withServer(handler: { .reply(.text("\($0.header("X-Thing") ?? "-") \($0.host ?? "-") \($0.isSecure)")) }) {
            server throws in
            #expect(try RawClient(port: server.port).get("/", "x-tHiNg: yes").text == "yes test false")
        }
    }

    @Test func theBytesOfAPathCanBeReadWithoutAString() throws {
        try withServer(handler: { request in
            .reply(.text(String(request.withPath { $0.count })))
        }) { server throws in
            #expect(try RawClient(port: server.port).get("/abc?d").text == "4")
        }
    }

    @Test func http11WithoutHostIsRefused() throws {
        try withServer(handler: echo) { server throws in
            let client = try RawClient(port: server.port)
            try client.send("GET / HTTP/1.1\r\n\r\n")
            #expect(try client.reply().status == 400)
        }
    }

    @Test func http10IsAnsweredAndClosed() throws {
        try withServer(handler: echo) { server throws in
            let client = try RawClient(port: server.port)
            try client.send("GET /old HTTP/1.0\r\n\r\n")
            #expect(try client.reply().text == "GET /old [] ")
            #expect(try client.isClosedByServer())
        }
    }
}
