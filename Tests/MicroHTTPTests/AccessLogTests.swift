import Foundation
import MicroHTTP
import Testing

struct AccessLogTests {
    private let path = FileManager.default.temporaryDirectory.appending(path: "access-\(UUID()).log").path

    private func lines() throws -> [String] {
        try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").map(String.init)
    }

    /// Runs requests against a server that logs to `path`, and gives the lines once it is drained.
    private func log(
        _ change: (inout Server.Configuration) -> Void = { _ in }, handler: @escaping Server.Handler,
        _ body: (Server) throws -> Void
    ) throws -> [String] {
        let log = try AccessLog(path: path)
        try withServer(
            {
                $0.accessLog = log
                change(&$0)
            }, handler: handler, body)
        log.close()
        defer { unlink(path) }
        return try lines()
    }

    @Test func eachRequestHasItsLine() throws {
        let ids = Ids()
        let start = Date()
        let lines = try log(handler: { request in
            usleep(2000)
            return .reply(.text("hello"))
        }) { server throws in
            let client = try RawClient(port: server.port)
            ids.add(try client.get("/a/b?name=Jean+Dupont").headers["x-request-id"])
            ids.add(try client.request("POST", "/visits", body: "text").headers["x-request-id"])
            ids.add(try client.request("HEAD", "/").headers["x-request-id"])
        }
        let fields = lines.map { $0.split(separator: " ").map(String.init) }
        #expect(fields.map { $0.count } == [8, 8, 8])
        #expect(fields.map { $0[1] } == ids.all)
        #expect(
            fields.map { $0[2...5].joined(separator: " ") } == ["GET /a/b 200 5", "POST /visits 200 5", "HEAD / 200 0"])
        #expect(fields.allSatisfy { $0[7] == "ok" })
        for line in fields {
            let time = try Date.ISO8601FormatStyle(includingFractionalSeconds: true).parse(line[0])
            #expect(time > start - 1 && time < Date() + 1)
            #expect((2000..<10_000_000).contains(try #require(Int(line[6]))))
        }
        #expect(!lines.joined().contains("Dupont"))
    }

    @Test func refusalsAreLoggedThoseOfTheLibraryToo() throws {
        let lines = try log(handler: { _ in .reply(.text("hello")) }) { server throws in
            _ = try RawClient(port: server.port).get("/q?%")
            _ = try RawClient(port: server.port).request("BREW", "/brew")
            let many = try RawClient(port: server.port)
            try many.send("GET /many HTTP/1.1\r\nHost: test\r\n")
            try? many.send((0..<10_000).map { "X-\($0): y\r\n" }.joined() + "\r\n")
            _ = try many.reply()
            while server.connectionCount > 0 { usleep(1000) }
        }
        let told = Set(lines.map { $0.split(separator: " ")[2...4].joined(separator: " ") })
        #expect(told == ["GET /q 400", "- /brew 200", "- /many 431"])
    }

    @Test func aPathCannotForgeALine() throws {
        let lines = try log(handler: { _ in .reply(.text("hello")) }) { server throws in
            let client = try RawClient(port: server.port)
            try client.send(Array("GET /a".utf8) + [0x1B, 0x0B, 0xFF] + Array("b HTTP/1.1\r\nHost: test\r\n\r\n".utf8))
            _ = try client.reply()
            _ = try RawClient(port: server.port).get("/" + String(repeating: "l", count: 1000))
        }
        let paths = Set(lines.map { String($0.split(separator: " ")[3]) })
        #expect(paths == ["/a???b", "/" + String(repeating: "l", count: 191)])
    }

    @Test func aClientThatLeavesIsTold() throws {
        let body = Body([UInt8](repeating: 1, count: 30_000_000))
        let lines = try log({ $0.idleTimeout = 1 }, handler: { _ in .reply(Response(status: 200, body: body)) }) {
            server throws in
            let leaving = try RawClient(port: server.port, receiveBuffer: 4096)
            try leaving.send("GET /leaves HTTP/1.1\r\nHost: test\r\n\r\n")
            _ = try leaving.readHead()
            let lazy = try RawClient(port: server.port, receiveBuffer: 4096)
            try lazy.send("GET /lazy HTTP/1.1\r\nHost: test\r\n\r\n")
            _ = try lazy.readHead()
            shutdown(leaving.socket, Int32(SHUT_RDWR))
            while server.connectionCount > 0 { usleep(1000) }
        }
        let ends = Dictionary(
            uniqueKeysWithValues: lines.map { line in
                let fields = line.split(separator: " ")
                return (fields[3], fields[7])
            })
        #expect(ends["/lazy"] == "timeout")
        #expect(["timeout", "gone", "unread", "error"].contains(ends["/leaves"]))
    }

    @Test func linesAreWrittenWithinASecondWithoutBeingAskedFor() throws {
        let log = try AccessLog(path: path)
        defer { unlink(path) }
        try withServer({ $0.accessLog = log }, handler: { _ in .reply(.text("hello")) }) { server throws in
            _ = try RawClient(port: server.port).get("/first")
            while try lines().isEmpty { usleep(10_000) }
            #expect(try lines().first?.contains("GET /first 200") == true)
        }
    }

    @Test func noLineIsLostOrCutUnderLoad() throws {
        let lines = try log({ $0.threads = 4 }, handler: { .reply(.text($0.path)) }) { server throws in
            let group = DispatchGroup()
            for thread in 0..<4 {
                DispatchQueue.global().async(group: group) {
                    guard let client = try? RawClient(port: server.port) else { return }
                    for number in 0..<2000 { _ = try? client.get("/\(thread)/\(number)") }
                }
            }
            group.wait()
        }
        #expect(lines.count == 8000)
        #expect(Set(lines.map { $0.split(separator: " ")[3] }).count == 8000)
        #expect(lines.allSatisfy { $0.split(separator: " ").count == 8 && $0.hasSuffix(" ok") })
    }

    @Test func aLogThatCannotBeWrittenDoesNotStopTheServer() throws {
        let log = try AccessLog(path: "/dev/full")
        try withServer({ $0.accessLog = log }, handler: { _ in .reply(.text("hello")) }) { server throws in
            let client = try RawClient(port: server.port)
            for _ in 0..<100 { #expect(try client.get("/").text == "hello") }
            log.flush()
            #expect(try client.get("/").text == "hello")
        }
        #expect(throws: FileError.self) { try AccessLog(path: "/nowhere/access.log") }
    }

    private final class Ids {
        private(set) var all: [String] = []
        func add(_ id: String?) { all.append(id ?? "none") }
    }
}
