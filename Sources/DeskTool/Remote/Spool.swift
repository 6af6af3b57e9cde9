import Foundation
import Reception
import Terminal

/// What couldn't be handed to a server yet: `$XDG_STATE_HOME/vitrine/spool/<server>/`.
///
/// One file for each time something was recorded, numbered in the order they came in, whole and on disk or not there. What the server refused
/// is in `refused/`, with the reason; what it last told of its office is in `setting.json`, so that lines are read without it. Several `desk`
/// share it: `writing.lock` is held while a number is taken, `delivery.lock` by the one that hands things in.
struct Spool {
    /// Facts that were recorded together, which are handed in together.
    struct Entry: Codable {
        var keptAt: Instant
        var facts: [DeskFact]

        enum CodingKeys: String, CodingKey {
            case facts
            case keptAt = "kept_at"
        }
    }

    /// An entry that the server refused, and why.
    struct SetAside: Codable {
        var refusedAt: Instant
        var code: String
        var message: String
        var facts: [DeskFact]

        enum CodingKeys: String, CodingKey {
            case code, message, facts
            case refusedAt = "refused_at"
        }
    }

    /// The folder.
    let folder: String

    init(of server: ServerAddress) { folder = "\(UserFolder.state)/spool/\(server.folderName)" }

    var refusedFolder: String { folder + "/refused" }
    var settingFile: String { folder + "/setting.json" }

    /// The names of what waits, the oldest first.
    var names: [String] { Self.numbered(folder) }

    /// The names of what was refused.
    var refusedNames: [String] { Self.numbered(refusedFolder) }

    /// What waits, the oldest first. A file that isn't what this program writes is set aside rather than block those behind it.
    func entries(limit: Int = .max) throws -> [(name: String, entry: Entry)] {
        var entries: [(name: String, entry: Entry)] = []
        for name in names.prefix(limit) {
            // Gone in between: another desk handed it in.
            guard let data = FileManager.default.contents(atPath: "\(folder)/\(name)") else { continue }
            if let entry = try? JSONDecoder().decode(Entry.self, from: data) {
                entries.append((name, entry))
            } else {
                try UserFolder.make(refusedFolder)
                rename("\(folder)/\(name)", "\(refusedFolder)/\(name)")
            }
        }
        return entries
    }

    /// How many facts wait.
    var factCount: Int { get throws { try entries().reduce(0) { $0 + $1.entry.facts.count } } }

    /// Keeps facts that were recorded together; on disk when it returns.
    func keep(_ facts: [DeskFact], at now: Instant) throws {
        guard let first = facts.first else { return }
        try UserFolder.make(folder)
        let bytes = try Self.bytes(Entry(keptAt: now, facts: facts))
        let kept: Void? = try FileLock.holding(folder + "/writing.lock", within: .seconds(5)) {
            let last = names.last.flatMap { Int($0.prefix { $0 != "-" }) } ?? 0
            let number = String(last + 1)
            let padded = String(repeating: "0", count: max(0, 10 - number.count)) + number
            try DurableFile.write(bytes, to: "\(folder)/\(padded)-\(first.id).json")
        }
        guard kept != nil else { throw DurableFile.failure(folder) }
    }

    /// Lets go of what was handed in. If that isn't on disk when the power fails, it is handed in again, and counts once.
    func remove(_ name: String) { unlink("\(folder)/\(name)") }

    /// Puts what was refused aside; returns where.
    func setAside(_ name: String, _ entry: Entry, because refusal: Refusal, at now: Instant) throws -> String {
        try UserFolder.make(refusedFolder)
        let wording = refusal.wording(in: speech)
        let path = "\(refusedFolder)/\(name)"
        try DurableFile.write(
            try Self.bytes(
                SetAside(
                    refusedAt: now, code: refusal.code.rawValue,
                    message: "\(wording.message) \(wording.hint)", facts: entry.facts)), to: path)
        remove(name)
        return path
    }

    /// Runs `body` while no other desk hands in what waits here; nil when another one still does.
    func whileDelivering<Result>(within patience: Duration, _ body: () throws -> Result) throws -> Result? {
        try UserFolder.make(folder)
        return try FileLock.holding(folder + "/delivery.lock", within: patience, body)
    }

    /// What the server last told of its office.
    var setting: DeskSetting? {
        FileManager.default.contents(atPath: settingFile).flatMap {
            try? JSONDecoder().decode(DeskSetting.self, from: $0)
        }
    }

    /// Remembers what the server tells of its office, when it isn't what it told before.
    func remember(setting bytes: [UInt8]) throws {
        guard FileManager.default.contents(atPath: settingFile) != Data(bytes) else { return }
        try UserFolder.make(folder)
        try DurableFile.write(bytes, to: settingFile)
    }

    private static func numbered(_ folder: String) -> [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.filter { $0.hasSuffix(".json") && $0.utf8.first.map { 48...57 ~= $0 } == true }.sorted()
    }

    private static func bytes(_ value: some Encodable) throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return Array(try encoder.encode(value))
    }
}
