import Foundation
import MicroHTTP
import Testing

struct EventTests {
    /// Reads chunks until the text so far ends as wanted.
    private func read(_ client: RawClient, upTo end: String) throws -> String {
        var text = ""
        while !text.hasSuffix(end) {
            let chunk = try client.readChunk()
            guard !chunk.isEmpty else { return text + "<closed>" }
            text += String(decoding: chunk, as: UTF8.self)
        }
        return text
    }

    private func subscribe(_ server: Server, _ headers: String = "", receiveBuffer: Int32? = nil) throws -> RawClient {
        let client = try RawClient(port: server.port, receiveBuffer: receiveBuffer)
        try client.send("GET /events HTTP/1.1\r\nHost: test\r\n\(headers)\r\n")
        return client
    }

    @Test func eachSubscriberReceivesEachEvent() throws {
        let hub = EventHub()
        try withServer(handler: { _ in .stream(hub.subscribe()) }) { server throws in
            let clients = try (0..<20).map { _ in try subscribe(server) }
            for client in clients {
                let head = try client.readHead()
                #expect(head.contains("200 OK"))
                #expect(head.contains("text/event-stream"))
                #expect(head.contains("X-Request-Id"))
                #expect(try read(client, upTo: "\n\n") == ": open\n\n")
            }
            #expect(hub.count == 20)
            hub.publish(event: "notice", id: "7", data: "Closed today\nback on Monday")
            for client in clients {
                #expect(
                    try read(client, upTo: "\n\n")
                        == "id: 7\nevent: notice\ndata: Closed today\ndata: back on Monday\n\n")
            }
            hub.publish(data: "")
            for client in clients { #expect(try read(client, upTo: "\n\n") == "data: \n\n") }
        }
    }

    @Test func aStreamMayBePromisedToWhoeverIsLetInLater() throws {
        let hub = EventHub()
        try withServer(handler: { _ in
            let promise = PendingReply()
            Thread.detachNewThread {
                usleep(20_000)
                promise.send(.stream(hub.subscribe(missed: [ServerSentEvent(data: "first")])))
                promise.send(.text("too late"))
            }
            return .later(promise)
        }) { server throws in
            for _ in 0..<3 {
                let client = try subscribe(server)
                #expect(try client.readHead().contains("text/event-stream"))
                #expect(try read(client, upTo: "first\n\n") == ": open\n\ndata: first\n\n")
            }
            hub.close()
        }
    }

    @Test func aStreamThatWasPromisedTwiceIsKeptOnce() throws {
        let hub = EventHub()
        try withServer(handler: { _ in
            let promise = PendingReply()
            promise.send(.text("first"))
            promise.send(.stream(hub.subscribe()))
            return .later(promise)
        }) { server throws in
            #expect(try subscribe(server).reply().text == "first")
            #expect(hub.count == 0)
        }
    }

    @Test func aFieldCannotForgeAnother() throws {
        let hub = EventHub()
        try withServer(handler: { _ in .stream(hub.subscribe()) }) { server throws in
            let client = try subscribe(server)
            _ = try client.readHead()
            _ = try read(client, upTo: ": open\n\n")
            hub.publish(event: "a\ndata: forged", id: "1\r\nevent: forged", data: "x\r\ny\rz")
            #expect(
                try read(client, upTo: "\n\n")
                    == "id: 1event: forged\nevent: adata: forged\ndata: x\ndata: y\ndata: z\n\n")
        }
    }

    @Test func aClientThatComesBackGetsWhatItMissed() throws {
        let hub = EventHub()
        try withServer(handler: { request in
            let last = request.lastEventID.flatMap { Int($0) } ?? 0
            return .stream(hub.subscribe(missed: (last + 1..<4).map { ServerSentEvent(id: "\($0)", data: "n\($0)") }))
        }) { server throws in
            let client = try subscribe(server, "Last-Event-ID: 1\r\n")
            _ = try client.readHead()
            #expect(try read(client, upTo: "n3\n\n") == ": open\n\nid: 2\ndata: n2\n\nid: 3\ndata: n3\n\n")
        }
    }

    @Test func silenceIsBrokenByAComment() throws {
        let hub = EventHub(heartbeat: .milliseconds(50))
        try withServer(handler: { _ in .stream(hub.subscribe()) }) { server throws in
            let client = try subscribe(server)
            _ = try client.readHead()
            #expect(try read(client, upTo: "\n\n: \n\n").hasPrefix(": open\n\n: \n\n"))
        }
    }

    @Test func whoOnlyAsksForTheHeadOfAStreamGetsNothingOfItAndCanGoOnAsking() throws {
        let hub = EventHub()
        try withServer(handler: { $0.path == "/stream" ? .stream(hub.subscribe()) : .reply(.text("whole")) }) {
            server throws in
            let client = try RawClient(port: server.port)
            for _ in 0..<3 {
                let head = try client.request("HEAD", "/stream")
                #expect(head.status == 200 && head.headers["content-type"]?.hasPrefix("text/event-stream") == true)
                let next = try client.get("/")
                #expect(next.status == 200 && next.text == "whole")
            }
            #expect(hub.count == 0, "nobody listens")
        }
    }

    @Test func aClientThatLeftIsForgotten() throws {
        let hub = EventHub(heartbeat: .milliseconds(20))
        try withServer(handler: { _ in .stream(hub.subscribe()) }) { server throws in
            for _ in 0..<10 {
                let client = try subscribe(server)
                _ = try client.readHead()
            }
            while hub.count > 0 || server.connectionCount > 0 { usleep(1000) }
            #expect(try RawClient(port: server.port).request("HEAD", "/").status == 200)
        }
    }

    @Test func aClientThatDoesNotReadLosesItsStreamAndOthersKeepTheirs() throws {
        let hub = EventHub(maxQueuedBytes: 20_000)
        try withServer({ $0.idleTimeout = 1 }, handler: { _ in .stream(hub.subscribe()) }) { server throws in
            let slow = try subscribe(server, receiveBuffer: 4096)
            _ = try slow.readHead()
            let quick = try subscribe(server)
            _ = try quick.readHead()
            _ = try read(quick, upTo: ": open\n\n")
            let data = String(repeating: "x", count: 10_000)
            var published = 0
            // The system's own buffers fill first.
            while hub.count == 2 {
                hub.publish(data: data)
                #expect(try read(quick, upTo: "\n\n") == "data: \(data)\n\n")
                published += 1
                try #require(published < 10_000)
            }
            while server.connectionCount > 1 { usleep(10_000) }
            hub.publish(data: "still here")
            #expect(try read(quick, upTo: "\n\n") == "data: still here\n\n")
        }
    }

    @Test func closingTheHubEndsItsStreams() throws {
        let hub = EventHub()
        try withServer(handler: { _ in .stream(hub.subscribe()) }) { server throws in
            let client = try subscribe(server)
            _ = try client.readHead()
            hub.publish(data: "last")
            hub.close()
            #expect(try read(client, upTo: "never") == ": open\n\ndata: last\n\n<closed>")
            let late = try subscribe(server)
            _ = try late.readHead()
            #expect(try read(late, upTo: "never").hasSuffix("<closed>"))
        }
    }

    @Test func drainingEndsStreamsAtOnce() throws {
        let hub = EventHub()
        let clock = ContinuousClock()
        try withServer(handler: { _ in .stream(hub.subscribe()) }) { server throws in
            let client = try subscribe(server)
            _ = try client.readHead()
            hub.publish(data: "last")
            let start = clock.now
            server.drain(deadline: .seconds(60))
            #expect(clock.now - start < .seconds(30))
            #expect(try read(client, upTo: "never") == ": open\n\ndata: last\n\n<closed>")
        }
    }

    @Test func publishingFromManyThreadsWhileClientsComeAndGo() throws {
        let hub = EventHub(heartbeat: .milliseconds(5))
        try withServer(handler: { _ in .stream(hub.subscribe()) }) { server throws in
            let publishers = DispatchGroup()
            for thread in 0..<3 {
                DispatchQueue.global().async(group: publishers) {
                    for number in 0..<200 {
                        hub.publish(data: "\(thread) \(number)")
                        usleep(200)
                    }
                }
            }
            for _ in 0..<50 {
                let client = try subscribe(server)
                _ = try client.readHead()
                #expect(try read(client, upTo: "\n\n").hasPrefix(": open\n\n"))
            }
            publishers.wait()
        }
    }
}
