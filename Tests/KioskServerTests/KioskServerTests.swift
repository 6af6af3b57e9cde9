import Foundation
import Logging
import ServiceLifecycle
import Testing

@testable import KioskServer

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// The server as `vitrine serve` runs it, in this process, over a live socket.
@Suite struct KioskServerTests {
    private static let checkout = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    private static func options(data: URL) -> Options {
        var options = Options()
        options.port = 0
        options.data = data.path
        options.content = checkout.appendingPathComponent("content").path
        options.web = checkout.appendingPathComponent("kiosk-web").path
        options.accessLog = .off
        return options
    }

    private static func withTemporaryFolder<Result>(_ body: (URL) async throws -> Result) async throws -> Result {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        return try await body(folder)
    }

    private static let logger = Logger(label: "tests") { _ in SwiftLogNoOpLogHandler() }

    /// Runs a server until `body` returns, then stops it gracefully.
    private static func serving(
        _ options: Options, _ body: @escaping @Sendable (KioskServer) async throws -> Void
    ) async throws {
        let (ready, tellReady) = AsyncStream<KioskServer>.makeStream()
        let server = try KioskServer(options, logger: logger) { server in
            tellReady.yield(server)
            tellReady.finish()
        }
        let group = ServiceGroup(services: [server], logger: logger)
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { try await group.run() }
            for await server in ready { try await body(server) }
            await group.triggerGracefulShutdown()
            try await tasks.waitForAll()
        }
    }

    @Test func servesTheCatalogueAndStopsSoThatAnotherCanOpenTheSameFolder() async throws {
        try await Self.withTemporaryFolder { folder in
            for _ in 0..<2 {
                try await Self.serving(Self.options(data: folder)) { server in
                    let url = try #require(URL(string: server.address + "/api/v1/fr/catalogue"))
                    let (data, answer) = try await URLSession.shared.data(from: url)
                    #expect((answer as? HTTPURLResponse)?.statusCode == 200)
                    let document = try JSONSerialization.jsonObject(with: data) as? [String: Any]
                    #expect((document?["places"] as? [Any])?.count == server.placeCount)
                }
            }
        }
    }

    @Test func everyRouteIsDescribedInTheOpenAPIDocument() async throws {
        try await Self.withTemporaryFolder { folder in
            let server = try KioskServer(Self.options(data: folder), logger: Self.logger)
            let description = try String(
                contentsOf: Self.checkout.appendingPathComponent("docs/openapi.yaml"), encoding: .utf8)
            let described = description.split(separator: "\n").filter { $0.hasPrefix("  /") && $0.hasSuffix(":") }
                .map { String($0.dropFirst(2).dropLast()) }
            #expect(!server.routes.routes.isEmpty)
            for route in server.routes.routes {
                #expect(
                    described.contains { $0 == route.path || (route.path.hasSuffix("/") && $0.hasPrefix(route.path)) })
            }
        }
    }

    @Test func aPublicAddressWithMoreThanSchemeNameAndPortIsRefused() throws {
        for address in [
            "sommieres.example", "ftp://a.example", "https://a.example/x", "https://u@a.example", "https://",
        ] {
            var options = Options()
            options.publicAddress = address
            #expect(throws: StartError.self) { try options.checkedPublicAddress() }
        }
        var options = Options()
        options.publicAddress = "https://sommieres.example:8443/"
        #expect(try options.checkedPublicAddress() == "https://sommieres.example:8443")
    }

    @Test func theAccessibilityStatementAnswersWithoutTheFormOfItsFile() async throws {
        try await Self.withTemporaryFolder { folder in
            try await Self.serving(Self.options(data: folder)) { server in
                let url = try #require(URL(string: server.address + "/accessibility"))
                let (data, answer) = try await URLSession.shared.data(from: url)
                #expect((answer as? HTTPURLResponse)?.statusCode == 200)
                #expect(String(decoding: data, as: UTF8.self).contains("Déclaration d’accessibilité</h1>"))
            }
        }
    }

    @Test func aMissingWebAppIsNamedBeforeAnythingIsOpened() async throws {
        try await Self.withTemporaryFolder { folder in
            var options = Self.options(data: folder.appendingPathComponent("data"))
            options.web = folder.path
            #expect(throws: StartError.self) { try KioskServer(options, logger: Self.logger) }
            #expect(!FileManager.default.fileExists(atPath: options.data))
        }
    }
}
