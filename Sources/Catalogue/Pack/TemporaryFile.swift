import Foundation
import Glibc

/// Files that are written beside the one they will replace, named after the process that writes them.
enum TemporaryFile {
    /// Where the file at `path` is written first.
    static func path(for path: String) -> String { "\(path).\(getpid()).tmp" }

    /// Removes what processes that ended in the middle, by a power cut perhaps, have left in `folder`.
    static func removeAbandoned(in folder: String) {
        for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] {
            let parts = name.split(separator: ".")
            guard name.hasPrefix("catalogue."), parts.count == 4, parts[3] == "tmp", let process = pid_t(parts[2]),
                kill(process, 0) != 0, errno == ESRCH
            else { continue }
            unlink("\(folder)/\(name)")
        }
    }
}
