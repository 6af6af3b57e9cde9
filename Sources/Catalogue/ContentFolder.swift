import Reception

/// A folder of content, as the office writes it.
public struct ContentFolder: Sendable {
    /// Where it is.
    public let path: String

    /// Nothing is read yet.
    public init(path: String) {
        self.path = path
    }

    /// Reads everything and tells every problem at once.
    /// - Parameter today: hours known until an earlier day are out of date.
    public func check(today: OfficeDay) -> CheckReport {
        guard let root = ContentRoot(path) else { return CheckReport(missingFolder: path) }
        var reader = ContentReader(root: root, today: today)
        let office = reader.office()
        let (folders, listing) = ContentReader.placeFolders(root)
        let outcomes = inParallel(folders.count) { index in
            Self.read(folders[index], root: root, known: office.known, decodesPhotographs: true).reduced
        }
        var gathering = CheckGathering(office: office, listing: listing)
        for (folder, outcome) in zip(folders, outcomes) { gathering.add(folder, outcome) }
        return gathering.report()
    }

    static func read(
        _ folder: ContentReader.PlaceFolder, root: ContentRoot, known: PlaceContext, decodesPhotographs: Bool
    ) -> PlaceFolderReader.Outcome {
        guard let directory = root.list(folder.path) else {
            let problem = Problem(file: folder.path, line: nil, severity: .error, finding: .missingFolder)
            return .init(
                content: nil, code: nil, problems: [problem], coverage: LanguageCoverage(languages: known.languages),
                hashes: [:])
        }
        var reader = PlaceFolderReader(
            root: root, directory: directory, id: folder.id, kind: folder.kind, known: known,
            decodesPhotographs: decodesPhotographs)
        return reader.read()
    }
}

extension PlaceFolderReader.Outcome {
    /// Without what only the compiler needs: 5,000 tracks and drawings are not kept at once.
    var reduced: ReducedOutcome {
        ReducedOutcome(
            isRead: content != nil, hasPicture: content?.pictures.isEmpty == false, code: code, problems: problems,
            coverage: coverage)
    }
}

/// What is kept of each place to see what is wrong among several.
struct ReducedOutcome: Sendable {
    var isRead: Bool
    var hasPicture: Bool
    var code: (text: String, line: Int)?
    var problems: [Problem]
    var coverage: LanguageCoverage
}

/// Puts together what the places say one by one.
struct CheckGathering {
    private var problems: [Problem]
    private var coverage: LanguageCoverage
    private var counts: [PlaceKind: Int] = [:]
    private var pathOfCode: [String: String]
    private var slugs: Set<String> = []
    private let retiredCodes: [RetiredCode]
    private let drawings: Set<String>

    init(office: ContentReader.OfficeOutcome, listing: [Problem]) {
        problems = office.problems + listing
        coverage = office.coverage
        retiredCodes = office.retiredCodes
        // Printed once, never given to another place.
        pathOfCode = Dictionary(retiredCodes.map { ($0.code, RetiredCodesReader.file) }) { first, _ in first }
        drawings = Set(office.content.map { Array($0.drawings.keys) } ?? [])
    }

    mutating func add(_ folder: ContentReader.PlaceFolder, _ outcome: ReducedOutcome) {
        problems += outcome.problems
        coverage.add(outcome.coverage)
        counts[folder.kind, default: 0] += 1
        slugs.insert(folder.id)
        let file = "\(folder.path)/\(PlaceReader.file)"
        if let code = outcome.code {
            if let other = pathOfCode[code.text] {
                problems.append(
                    Problem(
                        file: file, line: code.line, severity: .error, finding: .duplicateCode(code.text, other: other))
                )
            } else {
                pathOfCode[code.text] = folder.path
            }
        }
        // A picture that is there but wrong has been told already.
        let isSound = outcome.isRead && outcome.problems.allSatisfy { $0.severity == .warning }
        if isSound, !outcome.hasPicture, !drawings.contains(folder.kind.rawValue) {
            let drawing = "themes/\(folder.kind.rawValue).svg"
            problems.append(Problem(file: folder.path, line: nil, severity: .error, finding: .missingPicture(drawing)))
        }
    }

    /// No error so far.
    var isSound: Bool { problems.allSatisfy { $0.severity == .warning } }

    /// Codes of places that have left, with the places they lead to now.
    var redirections: [(code: String, id: String)] {
        retiredCodes.compactMap { retired in retired.place.map { (retired.code, $0) } }
    }

    func report() -> CheckReport {
        var all = problems
        for retired in retiredCodes {
            guard let place = retired.place, !slugs.contains(place) else { continue }
            let finding = Finding.unknownReference(place, key: "place", file: "places/", among: slugs.sorted())
            all.append(
                Problem(file: RetiredCodesReader.file, line: retired.line, severity: .error, finding: finding))
        }
        for (language, count) in coverage.written where count < coverage.texts {
            let finding = Finding.missingTranslations(coverage.texts - count, language)
            all.append(Problem(file: "places", line: nil, severity: .warning, finding: finding))
        }
        return CheckReport(problems: inReadingOrder(all), counts: counts, coverage: coverage)
    }
}
