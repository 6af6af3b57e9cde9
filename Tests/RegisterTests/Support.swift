import Foundation
import Reception
import Register
import Testing

/// A data folder of the test's own, deleted with it.
final class TemporaryFolder: Sendable {
    let path: String

    init() throws {
        path = FileManager.default.temporaryDirectory.path + "/vitrine #1? \(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    var data: String { path + "/data" }
    var database: String { data + "/vitrine.sqlite" }

    /// Opens a register here, shuts it down after `body`.
    @discardableResult
    func withRegister<Result>(queueLimit: Int = 20_000, _ body: (Register) async throws -> Result) async throws
        -> Result
    {
        let register = try Register.open(at: data, office: "sommieres", queueLimit: queueLimit)
        defer { register.shutdown() }
        return try await body(register)
    }

    /// What the sqlite3 shell, another program than ours, answers to `sql`; standard error too.
    @discardableResult
    func shell(_ sql: String) throws -> String {
        try run("sqlite3", "-batch", "-cmd", ".timeout 5000", database, sql)
    }
}

/// Runs a program, and returns all it says.
@discardableResult
func run(_ command: String...) throws -> String {
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = command
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: output, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
}

extension Instant {
    static var now: Instant { Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1_000)) }
}

extension Interaction {
    /// A valid interaction, as tests need it.
    static func sample(
        id: FactID? = nil, at: Instant = .now, seq: Int = 0, screen: String = "hall-1", kind: Kind = .place,
        place: String? = "pont-romain", lang: String = "fr", value: Value? = nil
    ) throws -> Interaction {
        try Interaction(
            id: id ?? FactID(bornAt: at), at: at, session: "s-1", seq: seq, screen: screen, kind: kind, place: place,
            theme: "heritage", lang: lang, value: value, clock: ScreenClock(receivedAt: at))
    }

    static func samples(_ count: Int, at: Instant = .now) throws -> [Interaction] {
        try (0..<count).map { try sample(at: at, seq: $0, place: "place-\($0 % 7)") }
    }
}

extension Register {
    /// What a server leaves word of, of an office whose statistics are not what is tested.
    func remember(languages: [Language], vocabulary: Vocabulary, till: TillSetting) throws {
        try remember(
            languages: languages, vocabulary: vocabulary, till: till, statistics: StatisticsSetting())
    }

    /// The same, of one whose till is not what is tested.
    func remember(languages: [Language], vocabulary: Vocabulary = Vocabulary()) throws {
        try remember(languages: languages, vocabulary: vocabulary, till: TillSetting(seller: .init(name: "Office")))
    }
}
