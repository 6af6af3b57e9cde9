import Foundation
import MicroHTTP
import Testing

struct LifeTests {
    private let hello: Server.Handler = { _ in .reply(.text("hello")) }

    @Test func aTakenPortIsToldWithWhatToDo() throws {
        try withServer(handler: hello) { server throws in
            var configuration = Server.Configuration()
            configuration.port = server.port
            let second = Server(configuration, handler: hello)
            let error = #expect(throws: ServerError.self) { try second.start() }
            #expect(error?.code == .addressInUse)
            #expect(error?.message.contains("\(server.port)") == true)
            #expect(error?.hint.contains("ss -ltnp") == true)
        }
    }

    @Test func aStoppedServersPortIsFreeAtOnce() throws {
        var port = 0
        for round in 0..<5 {
            try withServer({ $0.port = port }, handler: hello) { server throws in
                if round > 0 { #expect(server.port == port) }
                port = server.port
                // The server closes first, so that the connection stays in TIME_WAIT.
                let client = try RawClient(port: port)
                try client.send("GET / HTTP/1.1\r\nHost: test\r\nConnection: close\r\n\r\n")
                #expect(try client.reply().text == "hello")
                #expect(try client.isClosedByServer())
            }
        }
    }

    @Test(arguments: [
        ("nowhere", ServerError.Code.badAddress), ("203.0.113.7", .badAddress), ("::1.2.3.4.5", .badAddress),
    ])
    func anAddressThatIsNotHereIsTold(address: String, code: ServerError.Code) {
        var configuration = Server.Configuration()
        configuration.address = address
        let error = #expect(throws: ServerError.self) { try Server(configuration, handler: hello).start() }
        #expect(error?.code == code)
    }

    @Test func aServerStartsOnce() throws {
        try withServer(handler: hello) { server throws in
            let error = #expect(throws: ServerError.self) { try server.start() }
            #expect(error?.code == .alreadyStarted)
            #expect(try RawClient(port: server.port).get("/").text == "hello")
        }
    }

    @Test func aServerThatIsLetGoStops() throws {
        var server: Server? = Server(Server.Configuration(), handler: hello)
        try server?.start()
        let port = try #require(server?.port)
        #expect(try RawClient(port: port).get("/").text == "hello")
        server = nil
        #expect(throws: RawClient.Failure.self) { try RawClient(port: port) }
    }

    @Test func aServerOfOneThreadServes() throws {
        try withServer({ $0.threads = 1 }, handler: hello) { server throws in
            #expect(try RawClient(port: server.port).get("/").text == "hello")
        }
    }

    @Test func drainingAnswersWhatIsInProgressAndRefusesWhatIsNew() throws {
        let promise = PendingReply()
        try withServer(handler: { _ in .later(promise) }) { server throws in
            let client = try RawClient(port: server.port)
            try client.send("GET / HTTP/1.1\r\nHost: test\r\n\r\n")
            let idle = try RawClient(port: server.port)
            while server.connectionCount < 2 { usleep(1000) }
            usleep(20_000)
            let drained = DispatchGroup()
            DispatchQueue.global().async(group: drained) { server.drain(deadline: .seconds(60)) }
            #expect(try idle.isClosedByServer())
            #expect(drained.wait(timeout: .now() + 0.1) == .timedOut)
            promise.send(.text("in time"))
            let reply = try client.reply()
            #expect(reply.text == "in time")
            #expect(reply.headers["connection"] == "close")
            drained.wait()
            #expect(throws: RawClient.Failure.self) { try RawClient(port: server.port).get("/") }
            server.drain(deadline: .seconds(60))
        }
    }

    @Test func aRequestThatArrivedBeforeDrainingIsAnswered() throws {
        try withServer(handler: { _ in
            usleep(1000)
            return .reply(.text("hello"))
        }) { server throws in
            let clients = try (0..<50).map { _ in try RawClient(port: server.port) }
            for client in clients { #expect(try client.get("/").text == "hello") }
            for client in clients { try client.send("GET / HTTP/1.1\r\nHost: test\r\n\r\n") }
            server.drain(deadline: .seconds(10))
            for client in clients { #expect(try client.reply().text == "hello") }
        }
    }

    @Test func aRequestHalfSentDoesNotHoldTheEndUp() throws {
        try withServer(handler: hello) { server throws in
            let client = try RawClient(port: server.port)
            try client.send("POST / HTTP/1.1\r\nHost: test\r\nContent-Length: 5\r\n\r\nhe")
            while server.connectionCount < 1 { usleep(1000) }
            server.drain(deadline: .milliseconds(100))
            #expect(try client.isClosedByServer())
        }
    }

    /// Whatever requests are at when the server stops, it stops: libmicrohttpd ends the process if one is left asleep.
    @Test func drainingUnderLoadEndsEveryTime() throws {
        for round in 0..<30 {
            let hub = EventHub(heartbeat: .milliseconds(1))
            try withServer(handler: { request in
                switch request.path {
                case "/stream": return .stream(hub.subscribe())
                case "/later":
                    let promise = PendingReply()
                    DispatchQueue.global().asyncAfter(deadline: .now() + .microseconds(100 * (round % 5))) {
                        promise.send(.text("later"))
                    }
                    return .later(promise)
                case "/never":
                    let promise = PendingReply()
                    DispatchQueue.global().asyncAfter(deadline: .now() + 1) { promise.send(.text("too late")) }
                    return .later(promise)
                default: return .reply(.text("now"))
                }
            }) { server throws in
                let port = server.port
                let clients = DispatchGroup()
                for path in ["/later", "/never", "/stream", "/now", "/later", "/now"] {
                    let thread = Thread {
                        // Until the server is gone.
                        while let client = try? RawClient(port: port, patience: 1) {
                            while let reply = try? client.get(path), reply.status == 200 {}
                        }
                        clients.leave()
                    }
                    clients.enter()
                    thread.start()
                }
                usleep(UInt32(1000 * round))
                server.drain(deadline: .milliseconds(round % 10))
                clients.wait()
                #expect(server.connectionCount == 0)
            }
        }
    }

    @Test func aDrainedServerNeverStarted() {
        let server = Server(Server.Configuration(), handler: hello)
        server.drain(deadline: .seconds(1))
        let error = #expect(throws: ServerError.self) { try server.start() }
        #expect(error?.code == .alreadyStarted)
    }
}
