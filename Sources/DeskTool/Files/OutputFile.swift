import Foundation
import Terminal

/// A file that a command writes for somebody.
enum OutputFile {
    /// Throws when it couldn't be written now: before something is done that can't be done again.
    static func check(_ path: String) throws {
        if path == "-" { return }
        let folder = URL(filePath: path).deletingLastPathComponent().path
        var isFolder = ObjCBool(false)
        let isThere = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
        guard FileManager.default.isWritableFile(atPath: folder), !(isThere && isFolder.boolValue) else {
            throw cannotWrite(path)
        }
    }

    /// Writes it, in one step; `-` is standard output. Throws what a person can do about it.
    static func write(_ data: Data, to path: String) throws {
        if path == "-" { return FileHandle.standardOutput.write(data) }
        do {
            try data.write(to: URL(filePath: path), options: .atomic)
        } catch {
            throw cannotWrite(path)
        }
    }

    private static func cannotWrite(_ path: String) -> Refused {
        .byPerson(
            say(
                "Le fichier « \(path) » ne peut pas être écrit : vérifiez le dossier, vos droits et la place qui reste.",
                "The file “\(path)” can't be written: check the folder, your rights and the room left."))
    }
}
