import Glibc

/// Every file of the content that the catalogue may read, with its stamp; nothing is opened.
enum ContentFiles {
    struct File: Sendable {
        /// Relative to `content/`.
        var path: String
        var stamp: FileStamp
    }

    /// By path. A folder that can't be listed is left out: the compiler tells.
    static func list(_ root: ContentRoot) -> [File] {
        let top = root.list("").map { [$0] } ?? []
        let folders = ["themes", ContentReader.calendarFolder].compactMap { root.list($0) }
        let (found, _) = ContentReader.placeFolders(root)
        let places = inParallel(found.count) { root.list(found[$0].path) }.compactMap { $0 }
        return (top + folders + places).flatMap { directory in
            directory.files.map { File(path: directory.path(of: $0.name), stamp: $0.stamp) }
        }
    }

    /// Nanoseconds since 1970, on the clock that stamps files.
    static var now: Int {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Int(time.tv_sec) * 1_000_000_000 + Int(time.tv_nsec)
    }
}
