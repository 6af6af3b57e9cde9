import Foundation
import MicroHTTP
import Testing

struct TLSTests {
    /// Runs a program and gives what it wrote to its standard output.
    @discardableResult
    private func run(_ arguments: [String], input: String = "") throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = arguments
        let (stdin, stdout) = (Pipe(), Pipe())
        process.standardInput = stdin
        process.standardOutput = stdout
        process.standardError = FileHandle.nullDevice
        try process.run()
        try stdin.fileHandleForWriting.write(contentsOf: Data(input.utf8))
        try stdin.fileHandleForWriting.close()
        let output = try stdout.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return String(decoding: output, as: UTF8.self)
    }

    /// A certificate for localhost and its key, in PEM, made by openssl.
    private func makeCertificate() throws -> Server.TLS {
        let folder = FileManager.default.temporaryDirectory.appending(path: "tls-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let (certificate, key) = (folder.appending(path: "c.pem"), folder.appending(path: "k.pem"))
        try run([
            "openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days",
            "2",
            "-subj", "/CN=localhost", "-keyout", key.path, "-out", certificate.path,
        ])
        return Server.TLS(
            certificatePEM: try String(contentsOf: certificate, encoding: .utf8),
            keyPEM: try String(contentsOf: key, encoding: .utf8))
    }

    /// Sends one request with openssl's own TLS client and gives all it received.
    private func get(_ port: Int, _ path: String, _ options: String...) throws -> String {
        try run(
            ["openssl", "s_client", "-quiet", "-connect", "127.0.0.1:\(port)"] + options,
            input: "GET \(path) HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
    }

    @Test func directDeferredAndStreamedAnswersAreEncrypted() throws {
        let tls = try makeCertificate()
        let large = String(repeating: "large ", count: 100_000)
        let hub = EventHub()
        try withServer(
            { $0.tls = tls },
            handler: { request in
                switch request.path {
                case "/later":
                    let promise = PendingReply()
                    Thread.detachNewThread {
                        usleep(10_000)
                        promise.send(.text("from later"))
                    }
                    return .later(promise)
                case "/stream":
                    let stream = hub.subscribe(missed: [ServerSentEvent(data: "streamed")])
                    stream.close()
                    return .stream(stream)
                case "/large": return .reply(.text(large))
                default: return .reply(.text("secure: \(request.isSecure)"))
                }
            }
        ) { server throws in
            #expect(try get(server.port, "/").hasSuffix("secure: true"))
            #expect(try get(server.port, "/", "-tls1_2").hasSuffix("secure: true"))
            #expect(try get(server.port, "/later").hasSuffix("from later"))
            #expect(try get(server.port, "/stream").contains("data: streamed"))
            #expect(try get(server.port, "/large").hasSuffix(large))
        }
    }

    @Test func oldVersionsAndPlainTextAreRefused() throws {
        let tls = try makeCertificate()
        try withServer({ $0.tls = tls }, handler: { _ in .reply(.text("hello")) }) { server throws in
            #expect(try get(server.port, "/", "-tls1_1", "-cipher", "ALL:@SECLEVEL=0") == "")
            let plain = try RawClient(port: server.port)
            try plain.send("GET / HTTP/1.1\r\nHost: test\r\n\r\n")
            #expect(throws: RawClient.Failure.self) { try plain.reply() }
            #expect(try get(server.port, "/").hasSuffix("hello"))
        }
    }

    @Test func aClientThatNeverShakesHandsIsDropped() throws {
        let tls = try makeCertificate()
        try withServer(
            {
                $0.tls = tls
                $0.idleTimeout = 1
            }, handler: { _ in .reply(.text("hello")) }
        ) { server throws in
            let silent = try RawClient(port: server.port)
            #expect(try get(server.port, "/").hasSuffix("hello"))
            // An alert may come before the end.
            #expect(try silent.readToEnd().count < 100)
            while server.connectionCount > 0 { usleep(1000) }
        }
    }

    @Test func aKeyThatDoesNotBelongToTheCertificateIsTold() throws {
        var configuration = Server.Configuration()
        configuration.tls = Server.TLS(
            certificatePEM: try makeCertificate().certificatePEM, keyPEM: try makeCertificate().keyPEM)
        let error = #expect(throws: ServerError.self) {
            try Server(configuration, handler: { _ in .reply(.text("hello")) }).start()
        }
        #expect(error?.code == .badCertificate)
        configuration.tls = Server.TLS(certificatePEM: "nonsense", keyPEM: "nonsense")
        #expect(throws: ServerError.self) {
            try Server(configuration, handler: { _ in .reply(.text("hello")) }).start()
        }
    }
}
