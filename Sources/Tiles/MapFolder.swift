import Native

/// The folder where an office puts the tiles of its territory, `content/map/`. The first map by name is shown.
public struct MapFolder: Sendable {
    /// Where it is; it needs not exist.
    public let path: String

    /// Nothing is read yet.
    public init(path: String) {
        self.path = path
    }

    /// The names of the maps in the folder, sorted.
    public var files: [String] {
        FolderTree.walk(path).files.filter { file in
            !file.contains("/") && MapKind.allCases.contains { file.lowercased().hasSuffix(".\($0.rawValue)") }
        }.sorted()
    }

    /// The map to show; nil when there is none.
    /// - Throws: why the first map by name can't be shown.
    public func open() throws(MapProblem) -> (any TileSource)? {
        guard let file = files.first else { return nil }
        return try Self.open("\(path)/\(file)")
    }

    /// Everything that is wrong, by file name.
    public func check() -> [(file: String, problem: MapProblem)] {
        let files = files
        guard let shown = files.first else { return [] }
        var problems: [(file: String, problem: MapProblem)] = []
        do {
            _ = try Self.open("\(path)/\(shown)")
        } catch {
            problems.append((shown, error))
        }
        return problems + files.dropFirst().map { ($0, .notShown(shown: shown)) }
    }

    private enum MapKind: String, CaseIterable { case mbtiles, pmtiles }

    private static func open(_ path: String) throws(MapProblem) -> any TileSource {
        guard let file = OpenFile(path: path) else { throw .unreadable }
        guard path.lowercased().hasSuffix(".\(MapKind.pmtiles.rawValue)") else { return try MBTiles(path: path, file) }
        return try PMTiles(file, version: file.stamp.hex)
    }
}
