import Foundation
import Logging
import ServiceLifecycle

@testable import KioskServer

let checkout = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

func testOptions(data: URL) -> Options {
    var options = Options()
    options.port = 0
    options.data = data.path
    options.content = checkout.appendingPathComponent("content").path
    options.web = checkout.appendingPathComponent("kiosk-web").path
    options.accessLog = .off
    return options
}

func withTemporaryFolder<Result>(_ body: (URL) async throws -> Result) async throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try await body(folder)
}

let testLogger = Logger(label: "tests") { _ in SwiftLogNoOpLogHandler() }

/// Runs a server until `body` returns, then stops it gracefully.
func serving(
    _ options: Options, _ body: @escaping @Sendable (KioskServer) async throws -> Void
) async throws {
    let (ready, tellReady) = AsyncStream<KioskServer>.makeStream()
    let server = try KioskServer(options, logger: testLogger) { server in
        tellReady.yield(server)
        tellReady.finish()
    }
    let group = ServiceGroup(services: [server], logger: testLogger)
    try await withThrowingTaskGroup(of: Void.self) { tasks in
        tasks.addTask { try await group.run() }
        for await server in ready { try await body(server) }
        await group.triggerGracefulShutdown()
        try await tasks.waitForAll()
    }
}
