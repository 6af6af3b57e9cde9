import Foundation

/// The lines that somebody typed at the prompt, for the arrows and Ctrl-R, oldest first: a text file in their state folder, which nobody else
/// reads. Each is written as it is entered, so that a process that is killed loses none. Lines of the desk hold no personal data.
struct TypedLines {
    /// How many are remembered; the file grows to twice as many before it is cut.
    static let limit = 500

    private let folder: String
    private var path: String { folder + "/desk-history" }

    /// In `XDG_STATE_HOME/vitrine`, `~/.local/state/vitrine` when that isn't set.
    init(environment: [String: String] = ProcessInfo.processInfo.environment) {
        let state = environment["XDG_STATE_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
        folder = (state ?? NSHomeDirectory() + "/.local/state") + "/vitrine"
    }

    /// The newest lines; none when there is no file that can be read.
    func newest() -> [String] {
        guard let data = FileManager.default.contents(atPath: path) else { return [] }
        let lines = String(decoding: data, as: UTF8.self).split(whereSeparator: \.isNewline).map(String.init)
        let kept = Array(lines.suffix(Self.limit))
        if lines.count > 2 * Self.limit { replace(by: kept) }
        return kept
    }

    /// Writes a line behind the others. A history that can't be written isn't worth stopping a counter for.
    func add(_ line: String) {
        let line = line.filter { !$0.isNewline }
        guard !line.isEmpty else { return }
        try? FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        let file = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard file >= 0 else { return }
        let handle = FileHandle(fileDescriptor: file, closeOnDealloc: true)
        _ = fchmod(file, 0o600)
        try? handle.write(contentsOf: Data((line + "\n").utf8))
    }

    /// In one step, so that another counter reads the old file or the new one.
    private func replace(by lines: [String]) {
        let new = path + ".\(ProcessInfo.processInfo.processIdentifier)"
        let data = Data((lines.joined(separator: "\n") + "\n").utf8)
        guard FileManager.default.createFile(atPath: new, contents: data, attributes: [.posixPermissions: 0o600])
        else { return }
        if rename(new, path) != 0 { unlink(new) }
    }
}
