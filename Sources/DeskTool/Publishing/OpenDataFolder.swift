import Foundation
import Terminal

/// A folder that holds open data and nothing else.
struct OpenDataFolder {
    private let path: String

    init(_ path: String) { self.path = path }

    /// Throws when it holds something else: what is published as a whole folder must not take along what lies about.
    func check() throws {
        var isFolder = ObjCBool(false)
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { return }
        guard isFolder.boolValue, let names = try? FileManager.default.contentsOfDirectory(atPath: path) else {
            throw Refused.byPerson(
                say("« \(path) » n'est pas un dossier qui se lit.", "“\(path)” isn't a folder that can be read."))
        }
        guard names.isEmpty || names.contains(Self.description) else {
            throw Refused.byPerson(
                say(
                    "« \(path) » contient autre chose que des données ouvertes : donnez un dossier neuf.",
                    "“\(path)” holds something else than open data: give a new folder."))
        }
    }

    /// Writes the files, each in one step, the description last; a CSV of an export before that isn't one any more goes.
    func write(_ files: [(name: String, text: String)]) throws {
        do {
            let folder = URL(filePath: path)
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            let names = Set(files.map(\.name))
            for name in try FileManager.default.contentsOfDirectory(atPath: path)
            where name.hasSuffix(".csv") && !names.contains(name) {
                try FileManager.default.removeItem(at: folder.appending(path: name))
            }
            for file in files.filter({ $0.name != Self.description }) + files.filter({ $0.name == Self.description }) {
                try Data(file.text.utf8).write(to: folder.appending(path: file.name), options: .atomic)
            }
        } catch {
            throw Refused.byPerson(
                say(
                    "Le dossier « \(path) » ne peut pas être écrit : vérifiez vos droits et la place qui reste.",
                    "The folder “\(path)” can't be written: check your rights and the room left."))
        }
    }

    private static let description = "datapackage.json"
}
