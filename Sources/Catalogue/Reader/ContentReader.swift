import Native
import Yams
import Reception

/// Reads `content/` but the places: the office's files, and the list of folders where places are.
struct ContentReader {
    /// A folder where a place should be.
    struct PlaceFolder: Sendable {
        var path: String
        var id: String
        var kind: PlaceKind
    }

    /// The office as far as it could be read.
    struct OfficeOutcome: Sendable {
        var content: OfficeContent?
        /// Codes of places that have left.
        var retiredCodes: [RetiredCode]
        /// What places are checked against, even when the office itself is wrong.
        var known: PlaceContext
        var problems: [Problem]
        var coverage: LanguageCoverage
        var hashes: [String: Hash]
    }

    /// Known names of the top folder that other parts of the reception read.
    private static let othersFiles: Set<String> = ["README.md"]
    private static let othersFolders: Set<String> = ["map"]
    static let calendarFolder = "calendar"

    let root: ContentRoot
    let today: OfficeDay

    private var problems: [Problem] = []
    private var hashes: [String: Hash] = [:]

    init(root: ContentRoot, today: OfficeDay) {
        self.root = root
        self.today = today
    }

    mutating func office() -> OfficeOutcome {
        let top = root.list("") ?? ContentDirectory(path: "")
        let officeReport = FileReport(file: OfficeReader.file)
        let officeRoot = yaml(officeReport, in: top)
        let languages = officeRoot.map(OfficeReader.languages) ?? []
        let officeContext = FieldContext(report: officeReport, languages: languages)
        let office = officeRoot.flatMap { OfficeReader.read($0, context: officeContext) }

        let themesContext = FieldContext(report: FileReport(file: ThemesReader.file), languages: languages)
        let themes = yaml(themesContext.report, in: top).map { ThemesReader.read($0, context: themesContext) }
        let labelsContext = FieldContext(report: FileReport(file: LabelsReader.file), languages: languages)
        let labels = yaml(labelsContext.report, in: top).map { LabelsReader.read($0, context: labelsContext) }
        let codesContext = FieldContext(report: FileReport(file: RetiredCodesReader.file), languages: languages)
        let hasCodes = top.file(RetiredCodesReader.file) != nil
        let codes = hasCodes ? yaml(codesContext.report, in: top) : nil

        let strategyContext = FieldContext(report: FileReport(file: StrategyReader.file), languages: languages)
        let known = IndicatorReader.Known(
            currency: office?.currency ?? "EUR", labels: labels?.labels.map(\.id),
            topics: office?.desk.topics.map(\.code), sites: office?.desk.sites.map(\.code))
        let hasStrategy = top.file(StrategyReader.file) != nil
        let strategy = (hasStrategy ? yaml(strategyContext.report, in: top) : nil)
            .map { StrategyReader.read($0, known: known, context: strategyContext) }

        var coverage = officeContext.coverage
        coverage.add(themesContext.coverage)
        coverage.add(labelsContext.coverage)
        let retiredCodes = codes.map { RetiredCodesReader.read($0, context: codesContext) } ?? []
        for context in [officeContext, themesContext, labelsContext, codesContext, strategyContext] {
            problems += context.report.problems
        }
        reportStrays(in: top)
        let schools = schoolCalendar(top)
        let drawings = drawings(top)

        let places = PlaceContext(
            languages: languages, territory: office?.territory, labels: labels?.labels.map(\.id),
            appellations: labels?.appellations.map(\.id), today: today)
        let content = office.map { office in
            OfficeContent(
                office: office, themes: themes ?? [], labels: labels?.labels ?? [],
                appellations: labels?.appellations ?? [],
                drawings: drawings, schools: schools, strategy: strategy ?? Strategy(currency: office.currency),
                communeNames: Dictionary(office.territory.communes.map { ($0.insee, $0.name) }) { first, _ in first })
        }
        return OfficeOutcome(
            content: content, retiredCodes: retiredCodes, known: places, problems: problems, coverage: coverage,
            hashes: hashes)
    }

    /// The folders of places, by kind and slug; duplicate slugs are reported.
    static func placeFolders(_ root: ContentRoot) -> (folders: [PlaceFolder], problems: [Problem]) {
        var folders: [PlaceFolder] = []
        var problems: [Problem] = []
        func error(_ path: String, _ finding: Finding) {
            problems.append(Problem(file: path, line: nil, severity: .error, finding: finding))
        }
        guard let places = root.list("places") else {
            error("places", .missingFolder)
            return ([], problems)
        }
        for name in places.files.map(\.name) {
            problems.append(Problem(file: places.path(of: name), line: nil, severity: .warning, finding: .strayFile))
        }
        for name in places.strayLinks { error(places.path(of: name), .leavesContent) }
        var pathOfSlug: [String: String] = [:]
        for kindName in places.directories {
            let kindPath = places.path(of: kindName)
            guard let kind = PlaceKind(rawValue: kindName) else {
                error(kindPath, .unknownKind(kindName))
                continue
            }
            guard let directory = root.list(kindPath) else {
                error(kindPath, .missingFolder)
                continue
            }
            for name in directory.files.map(\.name) {
                problems.append(
                    Problem(file: directory.path(of: name), line: nil, severity: .warning, finding: .strayFile))
            }
            for name in directory.strayLinks { error(directory.path(of: name), .leavesContent) }
            for slug in directory.directories {
                let path = directory.path(of: slug)
                guard Fields.isSlug(slug) else {
                    error(path, .badSlug(slug))
                    continue
                }
                if let other = pathOfSlug[slug] { error(path, .duplicateSlug(slug, other: other)) }
                pathOfSlug[slug] = path
                folders.append(PlaceFolder(path: path, id: slug, kind: kind))
            }
        }
        return (folders, problems)
    }

    private mutating func yaml(_ report: FileReport, in directory: ContentDirectory) -> Node? {
        guard let file = directory.file(report.file) else {
            report.error(.missingFile(report.file))
            return nil
        }
        return bytes(file, in: directory, limit: 1024 * 1024, report: report)
            .flatMap { TextFile.decode($0, report: report) }
            .flatMap { YAML.compose($0, report: report) }
    }

    private mutating func bytes(
        _ file: ContentDirectory.File, in directory: ContentDirectory, limit: Int, report: FileReport
    ) -> [UInt8]? {
        guard file.stamp.size <= limit else {
            report.error(.fileTooBig(file.stamp.size, limit: limit))
            return nil
        }
        let path = directory.path(of: file.name)
        guard let bytes = root.read(path) else {
            report.error(.unreadable)
            return nil
        }
        hashes[path] = Hash.of(bytes)
        return bytes
    }

    /// The drawings of `themes/`: one a kind, and `welcome`.
    private mutating func drawings(_ top: ContentDirectory) -> [String: PictureFile] {
        guard top.directories.contains("themes"), let directory = root.list("themes") else { return [:] }
        let names = Set(PlaceKind.allCases.map { "\($0.rawValue).svg" } + ["welcome.svg"])
        var drawings: [String: PictureFile] = [:]
        for file in directory.files {
            let report = FileReport(file: directory.path(of: file.name))
            if names.contains(file.name) {
                drawings[withoutEnding(file.name)] = bytes(
                    file, in: directory, limit: DrawingCheck.sizeLimit, report: report
                )
                .flatMap { PictureFile(drawing: $0, name: file.name, report: report) }
            } else {
                report.warning(.strayFile)
            }
            problems += report.problems
        }
        return drawings
    }

    /// The school holidays of `calendar/`; none when the office has no such file.
    private mutating func schoolCalendar(_ top: ContentDirectory) -> SchoolCalendar {
        guard top.directories.contains(Self.calendarFolder), let directory = root.list(Self.calendarFolder) else {
            return SchoolCalendar()
        }
        var schools = SchoolCalendar()
        for file in directory.files {
            let report = FileReport(file: directory.path(of: file.name))
            if file.name != SchoolHolidaysReader.file {
                report.warning(.strayFile)
            } else if let node = bytes(file, in: directory, limit: 1024 * 1024, report: report)
                .flatMap({ TextFile.decode($0, report: report) }).flatMap({ YAML.compose($0, report: report) })
            {
                schools = SchoolHolidaysReader.read(node, context: FieldContext(report: report, languages: []))
            }
            problems += report.problems
        }
        return schools
    }

    private mutating func reportStrays(in top: ContentDirectory) {
        let files = Self.othersFiles.union([
            OfficeReader.file, ThemesReader.file, LabelsReader.file, RetiredCodesReader.file, StrategyReader.file,
        ])
        for file in top.files where !files.contains(file.name) {
            problems.append(Problem(file: file.name, line: nil, severity: .warning, finding: .strayFile))
        }
        for name in top.directories
        where !Self.othersFolders.union(["places", "themes", Self.calendarFolder]).contains(name) {
            problems.append(Problem(file: name, line: nil, severity: .warning, finding: .strayFile))
        }
        for name in top.strayLinks {
            problems.append(Problem(file: name, line: nil, severity: .error, finding: .leavesContent))
        }
    }
}
