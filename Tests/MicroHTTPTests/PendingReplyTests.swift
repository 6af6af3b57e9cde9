import Foundation
import MicroHTTP
import Testing

struct PendingReplyTests {
    /// Keeps promises for another thread. `@unchecked Sendable`: `kept` is touched under the lock; NSLock, since
    /// ThreadSanitizer doesn't see Synchronization's Mutex.
    private final class Promises: @unchecked Sendable {
        private let lock = NSLock()
        private var kept: [PendingReply] = []

        func keep(_ promise: PendingReply) { lock.withLock { kept.append(promise) } }

        /// Takes all that are kept, once there are `count`.
        func take(_ count: Int) -> [PendingReply] {
            while true {
                let taken = lock.withLock {
                    guard kept.count >= count else { return [PendingReply]() }
                    defer { kept = [] }
                    return kept
                }
                if !taken.isEmpty { return taken }
                usleep(500)
            }
        }
    }

    private let promises = Promises()

    private var later: Server.Handler {
        let promises = promises
        return { _ in
            let promise = PendingReply()
            promises.keep(promise)
            return .later(promise)
        }
    }

    @Test func anAnswerFromAnotherThreadReachesTheClient() throws {
        try withServer(handler: later) { server throws in
            let client = try RawClient(port: server.port)
            for number in 0..<3 {
                try client.send("POST / HTTP/1.1\r\nHost: test\r\nContent-Length: 2\r\n\r\nab")
                let promise = promises.take(1)[0]
                Thread.detachNewThread { promise.send(.text("late \(number)")) }
                let reply = try client.reply()
                #expect(reply.text == "late \(number)")
                #expect(reply.headers["x-request-id"] != nil)
            }
        }
    }

    @Test func whileRequestsWaitOthersAreServed() throws {
        let promises = promises
        try withServer(handler: { request in
            if request.path == "/now" { return .reply(.text("now")) }
            let promise = PendingReply()
            promises.keep(promise)
            return .later(promise)
        }) { server throws in
            let waiting = try (0..<50).map { _ in try RawClient(port: server.port) }
            for client in waiting { try client.send("GET /later HTTP/1.1\r\nHost: test\r\n\r\n") }
            let kept = promises.take(50)
            for _ in 0..<10 { #expect(try RawClient(port: server.port).get("/now").text == "now") }
            for promise in kept { promise.send(.text("then")) }
            for client in waiting { #expect(try client.reply().text == "then") }
        }
    }

    @Test func anAnswerSentBeforeTheHandlerReturnsIsSent() throws {
        try withServer(handler: { _ in
            let promise = PendingReply()
            promise.send(.text("early"))
            return .later(promise)
        }) { server throws in
            let client = try RawClient(port: server.port)
            #expect(try client.get("/").text == "early")
            #expect(try client.get("/").text == "early")
        }
    }

    @Test func theFirstAnswerCounts() throws {
        try withServer(handler: later) { server throws in
            let client = try RawClient(port: server.port)
            try client.send("GET / HTTP/1.1\r\nHost: test\r\n\r\n")
            let promise = promises.take(1)[0]
            promise.send(.text("first"))
            promise.send(.text("second"))
            #expect(try client.reply().text == "first")
            // The connection's next request isn't answered by the old promise either.
            try client.send("GET / HTTP/1.1\r\nHost: test\r\n\r\n")
            let next = promises.take(1)[0]
            promise.send(.text("third"))
            next.send(.text("next"))
            #expect(try client.reply().text == "next")
        }
    }

    @Test func aDroppedPromiseAnswers500() throws {
        let map: Server.ErrorMap = { error, _ in .text("\(error)", status: (error as? Refusal)?.status ?? 0) }
        try withServer(mapError: map, handler: later) { server throws in
            let client = try RawClient(port: server.port)
            try client.send("GET / HTTP/1.1\r\nHost: test\r\n\r\n")
            _ = promises.take(1)
            let reply = try client.reply()
            #expect(reply.status == 500)
            #expect(reply.text == "replyDropped")
        }
    }

    @Test func aPromiseThatNobodyKeepsAnswers500() throws {
        try withServer(handler: { _ in .later(PendingReply()) }) { server throws in
            let client = try RawClient(port: server.port)
            for _ in 0..<3 { #expect(try client.get("/").status == 500) }
        }
    }

    @Test func aPromiseAnswersOneRequestOnly() throws {
        let promise = PendingReply()
        try withServer(handler: { _ in .later(promise) }) { server throws in
            let first = try RawClient(port: server.port)
            try first.send("GET / HTTP/1.1\r\nHost: test\r\n\r\n")
            while server.connectionCount < 1 { usleep(1000) }
            usleep(50_000)
            #expect(try RawClient(port: server.port).get("/").status == 500)
            promise.send(.text("mine"))
            #expect(try first.reply().text == "mine")
        }
    }

    @Test func anAnswerToAClientThatLeftIsHarmless() throws {
        try withServer(handler: later) { server throws in
            for _ in 0..<20 {
                try RawClient(port: server.port).send("GET / HTTP/1.1\r\nHost: test\r\n\r\n")
            }
            let kept = promises.take(20)
            for promise in kept { promise.send(.text("nobody")) }
            while server.connectionCount > 0 { usleep(1000) }
            let client = try RawClient(port: server.port)
            try client.send("GET / HTTP/1.1\r\nHost: test\r\n\r\n")
            promises.take(1)[0].send(.text("somebody"))
            #expect(try client.reply().text == "somebody")
        }
    }

    @Test func anAnswerAfterTheServerStoppedIsHarmless() throws {
        let promise = try withServer(handler: later) { server throws in
            let client = try RawClient(port: server.port)
            try client.send("GET / HTTP/1.1\r\nHost: test\r\n\r\n")
            let promise = promises.take(1)[0]
            server.drain(deadline: .milliseconds(50))
            #expect(try client.reply().status == 503)
            return promise
        }
        promise.send(.text("too late"))
    }

    @Test func manyAnswersFromOneThreadInBatches() throws {
        let promises = promises
        try withServer(handler: later) { server throws in
            let group = DispatchGroup()
            let clients = try (0..<16).map { _ in try RawClient(port: server.port) }
            for round in 0..<100 {
                for client in clients { try client.send("GET /\(round) HTTP/1.1\r\nHost: test\r\n\r\n") }
                DispatchQueue.global().async(group: group) {
                    for promise in promises.take(16) { promise.send(.text("\(round)")) }
                }
                for client in clients { #expect(try client.reply().text == "\(round)") }
            }
            group.wait()
        }
    }
}
