import Native
import Reception

/// Compiles a content folder into a pack: one pass that reads, checks and writes place by place, a batch at a time over all cores, so
/// that neither the tracks nor the bodies of thousands of places are in memory at once.
struct CatalogueCompiler {
    /// Places compiled together, then written in order: the same content gives the same pack, byte for byte.
    static let batchSize = 128

    let root: ContentRoot
    let today: OfficeDay
    /// Where the pack goes.
    let cache: String
    /// The pack to be replaced: photographs it already holds aren't shrunk again.
    let previous: Snapshot?
    /// What there was when the compiler set out; what appears meanwhile is seen the next time.
    let files: [ContentFiles.File]

    /// - Returns: the hash of every file, by path.
    /// - Throws: `ContentError`; the old pack is then untouched.
    func compile() throws(ContentError) -> [String: Hash] {
        var reader = ContentReader(root: root, today: today)
        var office = reader.office()
        let (folders, listing) = ContentReader.placeFolders(root)
        var gathering = CheckGathering(office: office, listing: listing)
        var hashes = office.hashes
        var summaries = office.known.languages.map { _ in [[UInt8]]() }
        var codes: [(code: String, id: String)] = []
        let effort = Effort(places: folders.count)
        var pack = try PackWriter(folder: cache)
        if var content = office.content {
            for resource in content.servePictures(effort) { try pack.add(resource) }
            office.content = content
        }
        for start in stride(from: 0, to: folders.count, by: Self.batchSize) {
            let batch = folders[start..<min(start + Self.batchSize, folders.count)]
            let isSound = gathering.isSound
            let places = inParallel(batch.count) { [office] offset in
                compile(batch[start + offset], office: office, effort: effort, writesBodies: isSound)
            }
            for (folder, place) in zip(batch, places) {
                gathering.add(folder, place.outcome)
                hashes.merge(place.hashes) { first, _ in first }
                for resource in place.resources { try pack.add(resource) }
                for (language, summary) in place.summaries.enumerated() { summaries[language].append(summary) }
                if let code = place.outcome.code { codes.append((code.text, folder.id)) }
            }
        }
        let report = gathering.report()
        guard report.isServable, let content = office.content else { throw .refused(report.problems) }
        hashes = Dictionary(files.map { ($0.path, hashes[$0.path] ?? ContentHash.unread) }) { first, _ in first }
        let contentHash = ContentHash.of(hashes)
        let version = String(contentHash.prefix(16))
        let catalogues = inParallel(content.office.languages.count) { [summaries] index in
            let language = content.office.languages[index]
            let localizer = Localizer(language: language, fallbacks: content.office.fallbacks)
            let json = OfficeJSON(content: content, localizer: localizer).catalogue(
                version: version, places: summaries[index])
            return Resource(path: "/api/v1/\(language)/catalogue", kind: .json, text: json, effort: effort.forCatalogue)
        }
        for resource in catalogues { try pack.add(resource) }
        for language in content.office.languages {
            let localizer = Localizer(language: language, fallbacks: content.office.fallbacks)
            let json = OfficeJSON(content: content, localizer: localizer).catalogue(version: version, places: [])
            try pack.add(Resource(path: "/api/v1/\(language)/office", kind: .json, text: json, effort: effort))
        }
        let own = Localizer(language: content.office.languages.first ?? .french, fallbacks: content.office.fallbacks)
        var statistics = content.office.statistics
        statistics.schools = content.schools
        try pack.finish(
            PackHead(
                contentHash: contentHash, placeCount: folders.count, warningCount: report.warningCount,
                languages: content.office.languages.map(\.rawValue), officeCode: content.office.code,
                officeName: own.plain(content.office.name), timeZone: content.office.timeZone,
                desk: content.office.desk, till: content.office.till, statistics: statistics,
                codes: codes + gathering.redirections))
        return hashes
    }

    /// - Parameter writesBodies: false when the content is refused already, and only the other problems are wanted.
    private func compile(
        _ folder: ContentReader.PlaceFolder, office: ContentReader.OfficeOutcome, effort: Effort, writesBodies: Bool
    ) -> CompiledPlace {
        let outcome = ContentFolder.read(folder, root: root, known: office.known, decodesPhotographs: !writesBodies)
        var compiled = CompiledPlace(outcome: outcome.reduced, hashes: outcome.hashes)
        guard writesBodies, let place = outcome.content, let content = office.content,
            outcome.problems.allSatisfy({ $0.severity == .warning })
        else { return compiled }
        PlaceCompiler(content: place, office: content, effort: effort, previous: previous, folder: folder.path).compile(
            into: &compiled)
        return compiled
    }
}

/// What a place adds to the pack.
struct CompiledPlace: Sendable {
    var outcome: ReducedOutcome
    var hashes: [String: Hash]
    var resources: [Resource] = []
    /// One a language, in the office's order.
    var summaries: [[UInt8]] = []
}
