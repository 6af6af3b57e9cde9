import Foundation
import Glibc

/// What is below a folder. Foundation's own enumerator takes a tenth of a millisecond a file to say whether it is a folder.
public enum FolderTree {
    /// The paths of all folders and regular files below `folder`, relative to it; hidden ones aside, links not followed.
    public static func walk(_ folder: String) -> (folders: [String], files: [String]) {
        var folders: [String] = []
        var files: [String] = []
        var waiting = [""]
        while let parent = waiting.popLast() {
            let names = (try? FileManager.default.contentsOfDirectory(atPath: folder + "/" + parent)) ?? []
            for name in names where !name.hasPrefix(".") {
                let path = parent.isEmpty ? name : parent + "/" + name
                var status = stat()
                guard lstat(folder + "/" + path, &status) == 0 else { continue }
                switch status.st_mode & S_IFMT {
                case S_IFDIR:
                    folders.append(path)
                    waiting.append(path)
                case S_IFREG: files.append(path)
                default: break
                }
            }
        }
        return (folders, files)
    }
}
