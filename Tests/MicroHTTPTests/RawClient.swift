import Glibc
import MicroHTTP

/// A client that speaks HTTP byte by byte over a real socket, so that tests can send what no library would.
final class RawClient {
    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    struct Reply {
        let status: Int
        /// Names in lower case.
        let headers: [String: String]
        let body: [UInt8]
        var text: String { String(decoding: body, as: UTF8.self) }
    }

    let socket: Int32
    private var received: [UInt8] = []

    /// Connects to 127.0.0.1. A read that waits for more than `patience` seconds fails.
    init(port: Int, patience: Int = 20, receiveBuffer: Int32? = nil) throws {
        socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        var time = timeval(tv_sec: patience, tv_usec: 0)
        setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &time, socklen_t(MemoryLayout<timeval>.size))
        setsockopt(socket, SOL_SOCKET, SO_SNDTIMEO, &time, socklen_t(MemoryLayout<timeval>.size))
        if var size = receiveBuffer {
            setsockopt(socket, SOL_SOCKET, SO_RCVBUF, &size, socklen_t(MemoryLayout<Int32>.size))
        }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = UInt16(port).bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        let result = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        // deinit closes the socket: all is initialised.
        guard result == 0 else { throw Failure(description: "no connection to port \(port): errno \(errno)") }
    }

    deinit { Glibc.close(socket) }

    func send(_ text: String) throws { try send(Array(text.utf8)) }

    func send(_ bytes: [UInt8]) throws {
        var rest = bytes[...]
        while !rest.isEmpty {
            let sent = rest.withUnsafeBytes { Glibc.send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
            guard sent > 0 else { throw Failure(description: "sending failed: errno \(errno)") }
            rest = rest.dropFirst(sent)
        }
    }

    /// Sends a request and reads its reply.
    func request(
        _ method: String, _ target: String, headers: [String] = [], body: String? = nil
    ) throws -> Reply {
        var lines = ["\(method) \(target) HTTP/1.1", "Host: test"] + headers
        if let body { lines.append("Content-Length: \(body.utf8.count)") }
        try send(lines.joined(separator: "\r\n") + "\r\n\r\n" + (body ?? ""))
        return try reply(to: method)
    }

    func get(_ target: String, _ headers: String...) throws -> Reply { try request("GET", target, headers: headers) }

    /// Reads one reply; interim replies (100) are returned as they come.
    func reply(to method: String = "GET") throws -> Reply {
        let head = try readHead()
        let lines = head.split(separator: "\r\n")
        let parts = lines.first?.split(separator: " ") ?? []
        guard parts.count >= 2, let status = Int(parts[1]) else {
            throw Failure(description: "no status line: \(head)")
        }
        var headers: [String: String] = [:]
        for line in lines.dropFirst() {
            let colon = line.firstIndex(of: ":") ?? line.endIndex
            headers[line[..<colon].lowercased()] = String(line[colon...].dropFirst(2))
        }
        let body: [UInt8]
        if method == "HEAD" || status < 200 || status == 204 || status == 304 {
            body = []
        } else if headers["transfer-encoding"] == "chunked" {
            body = try readChunks()
        } else if let length = headers["content-length"].flatMap({ Int($0) }) {
            body = try read(length)
        } else {
            body = try readToEnd()
        }
        return Reply(status: status, headers: headers, body: body)
    }

    /// Reads up to and without the empty line that ends a head.
    func readHead() throws -> String {
        var text = ""
        while true {
            let line = try readLine()
            if line.isEmpty { return text }
            text += line + "\r\n"
        }
    }

    /// Reads a line, without its end (CR LF or LF).
    func readLine() throws -> String {
        while true {
            if let end = received.firstIndex(of: 10) {
                var line = received[..<end]
                received.removeSubrange(...end)
                if line.last == 13 { line.removeLast() }
                return String(decoding: line, as: UTF8.self)
            }
            guard try fill() else { throw Failure(description: "closed within a line") }
        }
    }

    func read(_ count: Int) throws -> [UInt8] {
        while received.count < count {
            guard try fill() else { throw Failure(description: "closed after \(received.count) of \(count) bytes") }
        }
        defer { received.removeFirst(count) }
        return Array(received[..<count])
    }

    func readToEnd() throws -> [UInt8] {
        while try fill() {}
        defer { received = [] }
        return received
    }

    /// One chunk of a chunked body; empty at the end.
    func readChunk() throws -> [UInt8] {
        let count = Int(try readLine(), radix: 16) ?? 0
        let chunk = try read(count)
        _ = try readLine()
        return chunk
    }

    private func readChunks() throws -> [UInt8] {
        var body: [UInt8] = []
        while true {
            let chunk = try readChunk()
            if chunk.isEmpty { return body }
            body += chunk
        }
    }

    /// Whether the server closes the connection without sending anything more. A reset counts as closed.
    func isClosedByServer() throws -> Bool {
        var byte: UInt8 = 0
        let count = recv(socket, &byte, 1, 0)
        if count < 0, errno == EAGAIN || errno == EWOULDBLOCK { return false }
        return count <= 0 && received.isEmpty
    }

    /// False at the end.
    private func fill() throws -> Bool {
        var buffer = [UInt8](repeating: 0, count: 65_536)
        let count = recv(socket, &buffer, buffer.count, 0)
        guard count >= 0 else { throw Failure(description: "reading failed: errno \(errno)") }
        received += buffer[..<count]
        return count > 0
    }
}

/// Starts a server on a free port, runs `body` with its port, and drains it.
func withServer<Result>(
    _ change: (inout Server.Configuration) -> Void = { _ in },
    mapError: @escaping Server.ErrorMap = Server.plainText,
    handler: @escaping Server.Handler,
    _ body: (Server) throws -> Result
) throws -> Result {
    var configuration = Server.Configuration()
    configuration.threads = 2
    change(&configuration)
    let server = Server(configuration, mapError: mapError, handler: handler)
    try server.start()
    defer { server.drain(deadline: .seconds(2)) }
    return try body(server)
}
