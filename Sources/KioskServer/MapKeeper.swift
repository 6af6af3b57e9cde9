import Logging
import Synchronization
import Tiles

/// Keeps the office's map open, and takes another when its file is replaced. A broken file replaces nothing.
final class MapKeeper: Sendable {
    private let folder: MapFolder
    private let logger: Logger
    private let current = Mutex<(any TileSource)?>(nil)
    private let reloading = Mutex(())

    /// Opens the map of `content`, if there is one. Without it, screens draw the territory themselves: a broken map keeps no
    /// server from starting.
    init(content: String, logger: Logger) {
        folder = MapFolder(path: content + "/map")
        self.logger = logger
        reload()
    }

    /// The map that is served now. A request that has begun goes on with the one it took.
    var source: (any TileSource)? { current.withLock { $0 } }

    /// Looks at the folder again, on the caller's thread.
    func reload() {
        reloading.withLock { _ in
            do throws(MapProblem) {
                let found = try folder.open()
                let before = current.withLock { current in
                    defer { current = found }
                    return current
                }
                guard found?.version != before?.version else { return }
                logger.info(found.map { "map: zooms \($0.map.zooms), version \($0.version)" } ?? "map: none any more")
            } catch {
                let file = folder.files.first ?? ""
                logger.error(
                    "map/\(file): \(error.english.what) \(error.english.mend) Until then the last good one stays.")
            }
        }
    }
}
