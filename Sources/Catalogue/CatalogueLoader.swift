import Glibc
import Native
import Reception

/// Turns a content folder into a snapshot, from the compiled pack when the content is still the same.
public enum CatalogueLoader {
    /// Loads the catalogue. It takes the time of a look at every file when nothing changed, and of a compilation otherwise;
    /// it uses all cores, so it is to be called away from whoever answers visitors, and by one caller at a time for each cache.
    /// - Parameters:
    ///   - content: the content folder.
    ///   - cache: the folder of `catalogue.pack`, made if need be. Its content can be lost without harm.
    ///   - today: hours known until an earlier day are out of date.
    /// - Throws: `ContentError`; the pack of the last good content is then untouched.
    public static func load(content: String, cache: String, today: OfficeDay) throws(ContentError) -> Snapshot {
        guard let root = ContentRoot(content) else { throw .refused(CheckReport(missingFolder: content).problems) }
        let start = ContentFiles.now
        let files = ContentFiles.list(root)
        let packPath = "\(cache)/\(PackFormat.fileName)"
        let previous = Snapshot(packPath: packPath)
        if let previous {
            let memory = FileMemory(folder: cache)
            if let hashes = hashes(of: files, root: root, memory: memory),
                ContentHash.of(hashes) == previous.contentHash
            {
                if memory.isStale(for: files) { FileMemory.save(files, hashes: hashes, start: start, folder: cache) }
                return previous
            }
        }
        TemporaryFile.removeAbandoned(in: cache)
        let compiler = CatalogueCompiler(root: root, today: today, cache: cache, previous: previous, files: files)
        let hashes = try compiler.compile()
        FileMemory.save(files, hashes: hashes, start: start, folder: cache)
        // A compilation of thousands of places leaves 70 MiB of freed memory that the server would otherwise hold for ever.
        FreedMemory.giveBack()
        guard let snapshot = Snapshot(packPath: packPath) else { throw .cache(path: packPath, errno: 0) }
        return snapshot
    }

    /// The hash of every file, read only where its stamp changed; nil when that can't give the same content.
    private static func hashes(of files: [ContentFiles.File], root: ContentRoot, memory: FileMemory) -> [String: Hash]?
    {
        // A new file makes another content, unless nothing is remembered at all.
        if !memory.isEmpty, files.contains(where: { !memory.knows($0.path) }) { return nil }
        let found = inParallel(files.count) { index -> Hash? in
            memory.hash(of: files[index]) ?? root.read(files[index].path).map(Hash.of)
        }
        return Dictionary(zip(files, found).compactMap { file, hash in hash.map { (file.path, $0) } }) { first, _ in
            first
        }
    }
}
