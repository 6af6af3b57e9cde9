import Foundation
import MicroHTTP
import Testing

struct LimitTests {
    private let hello: Server.Handler = { _ in .reply(.text("hello")) }

    @Test func aClientOverTheAddressLimitIsClosedUntilAnotherLeaves() throws {
        try withServer({ $0.perAddressLimit = 3 }, handler: hello) { server throws in
            var clients = try (0..<3).map { _ in try RawClient(port: server.port) }
            for client in clients { #expect(try client.get("/").text == "hello") }
            #expect(try RawClient(port: server.port).isClosedByServer())
            clients.removeLast()
            while server.connectionCount == 3 { usleep(1000) }
            #expect(try RawClient(port: server.port).get("/").text == "hello")
            for client in clients { #expect(try client.get("/").text == "hello") }
        }
    }

    @Test func connectionsOverTheLimitWaitForAPlace() throws {
        try withServer({ $0.connectionLimit = 4 }, handler: hello) { server throws in
            var clients = try (0..<4).map { _ in try RawClient(port: server.port) }
            for client in clients { #expect(try client.get("/").text == "hello") }
            let waiting = try RawClient(port: server.port)
            try waiting.send("GET / HTTP/1.1\r\nHost: test\r\n\r\n")
            usleep(100_000)
            #expect(server.connectionCount == 4)
            clients.removeFirst()
            #expect(try waiting.reply().text == "hello")
        }
    }

    @Test func twoThousandIdleConnectionsLeaveRoomForOthers() throws {
        try withServer(handler: hello) { server throws in
            let idle = try (0..<2000).map { _ in try RawClient(port: server.port) }
            while server.connectionCount < 2000 { usleep(1000) }
            for _ in 0..<50 { #expect(try RawClient(port: server.port).get("/").text == "hello") }
            #expect(try idle[1999].get("/").text == "hello")
        }
    }

    @Test func aSilentClientIsDropped() throws {
        try withServer({ $0.idleTimeout = 1 }, handler: hello) { server throws in
            let silent = try RawClient(port: server.port)
            let once = try RawClient(port: server.port)
            #expect(try once.get("/").text == "hello")
            #expect(try silent.isClosedByServer())
            #expect(try once.isClosedByServer())
            while server.connectionCount > 0 { usleep(1000) }
        }
    }

    @Test func aHalfSentBodyIsDropped() throws {
        try withServer({ $0.idleTimeout = 1 }, handler: hello) { server throws in
            let half = try RawClient(port: server.port)
            try half.send("POST / HTTP/1.1\r\nHost: test\r\nContent-Length: 10\r\n\r\nhalf")
            #expect(try RawClient(port: server.port).get("/").text == "hello")
            _ = try half.readToEnd()
            while server.connectionCount > 0 { usleep(1000) }
        }
    }

    @Test(arguments: [
        "", "GET / HT", "GET / HTTP/1.1\r\nHost: te", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 9999\r\n\r\n",
    ])
    func aClientThatSendsAByteNowAndThenIsDropped(beginning: String) throws {
        try withServer(
            {
                $0.idleTimeout = 60
                $0.requestTimeout = 1
            }, handler: hello
        ) { server throws in
            let slow = try RawClient(port: server.port)
            try slow.send(beginning)
            #expect(throws: RawClient.Failure.self) {
                for _ in 0..<1000 {
                    try slow.send("a")
                    usleep(20_000)
                }
            }
            while server.connectionCount > 0 { usleep(1000) }
        }
    }

    @Test func aSlowAnswerIsNotASlowClient() throws {
        let promise = PendingReply()
        try withServer(
            {
                $0.idleTimeout = 1
                $0.requestTimeout = 1
            }, handler: { _ in .later(promise) }
        ) { server throws in
            let client = try RawClient(port: server.port)
            try client.send("GET / HTTP/1.1\r\nHost: test\r\n\r\n")
            usleep(2_500_000)
            promise.send(.text("at last"))
            #expect(try client.reply().text == "at last")
        }
    }

    @Test func aClientThatDoesNotReadIsDropped() throws {
        let large = Response(status: 200, body: Body([UInt8](repeating: 1, count: 30_000_000)), shared: true)
        try withServer({ $0.idleTimeout = 1 }, handler: { _ in .reply(large) }) { server throws in
            let lazy = try RawClient(port: server.port, receiveBuffer: 4096)
            try lazy.send("GET / HTTP/1.1\r\nHost: test\r\n\r\n")
            #expect(try RawClient(port: server.port).request("HEAD", "/").status == 200)
            while server.connectionCount > 0 { usleep(1000) }
        }
    }
}
