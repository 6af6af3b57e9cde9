import Foundation
import Terminal

/// The folders of whoever types, by the XDG Base Directory Specification.
enum UserFolder {
    /// What was chosen.
    static var config: String { folder("XDG_CONFIG_HOME", ".config") }
    /// What must outlive the command.
    static var state: String { folder("XDG_STATE_HOME", ".local/state") }

    /// Makes a folder that only its owner can look into, and its parents.
    static func make(_ path: String) throws {
        do {
            try FileManager.default.createDirectory(
                atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw Refused.bySystem(
                say(
                    "Le dossier \(path) ne peut pas être fait : \(error.localizedDescription)",
                    "The folder \(path) can't be made: \(error.localizedDescription)"))
        }
    }

    /// The specification has relative paths ignored.
    private static func folder(_ variable: String, _ usual: String) -> String {
        let environment = ProcessInfo.processInfo.environment
        let named = environment[variable].flatMap { $0.hasPrefix("/") ? $0 : nil }
        return (named ?? environment["HOME"].map { "\($0)/\(usual)" } ?? usual) + "/vitrine"
    }
}
