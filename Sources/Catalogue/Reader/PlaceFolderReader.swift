import Reception
import Native
import Yams

/// Reads and checks the folder of one place.
struct PlaceFolderReader {
    /// 256 KiB of YAML is a book.
    static let yamlLimit = 256 * 1024
    static let photographLimit = 8 * 1024 * 1024
    /// Narrower photographs would be blurred on a kiosk.
    static let photographWidth = 1200

    /// What is left of a folder when it has been read.
    struct Outcome: Sendable {
        var content: PlaceContent?
        /// There even when the rest is wrong, so that duplicates are found.
        var code: (text: String, line: Int)?
        var problems: [Problem]
        var coverage: LanguageCoverage
        /// What was read, for the memory of hashes.
        var hashes: [String: Hash]
    }

    let root: ContentRoot
    let directory: ContentDirectory
    let id: String
    let kind: PlaceKind
    let known: PlaceContext
    /// Photographs are decoded, to make sure that they can be: a tenth of a second each.
    let decodesPhotographs: Bool

    private var work = Work()

    init(
        root: ContentRoot, directory: ContentDirectory, id: String, kind: PlaceKind, known: PlaceContext,
        decodesPhotographs: Bool
    ) {
        self.root = root
        self.directory = directory
        self.id = id
        self.kind = kind
        self.known = known
        self.decodesPhotographs = decodesPhotographs
    }

    /// What is gathered while reading.
    private struct Work {
        var used: Set<String> = []
        var problems: [Problem] = []
        var hashes: [String: Hash] = [:]
        var code: (text: String, line: Int)?
    }

    mutating func read() -> Outcome {
        let context = FieldContext(report: FileReport(file: path(PlaceReader.file)), languages: known.languages)
        let root = yaml(report: context.report)
        work.code = root.flatMap(code)
        let place = root.flatMap { PlaceReader(id: id, kind: kind, known: known).read($0, context: context) }
        let body = texts(context: context)
        let (track, shape) = track(place: place, yaml: root, report: context.report)
        let pictures = pictures(place: place, report: context.report)
        work.problems += context.report.problems
        reportStrays()

        var hash = Hash.Stream()
        for (file, part) in work.hashes.sorted(by: { $0.key < $1.key }) { hash.update("\(file)\n\(part.hex)\n") }
        let content = place.map {
            PlaceContent(place: $0, body: body, track: track, shape: shape, pictures: pictures, hash: hash.finish())
        }
        return Outcome(
            content: content, code: work.code, problems: work.problems, coverage: context.coverage, hashes: work.hashes)
    }

    private func path(_ name: String) -> String {
        directory.path(of: name)
    }

    /// The bytes of a file that is there; nil, and reported, when it is too big or can't be read.
    private mutating func bytes(_ file: ContentDirectory.File, limit: Int, report: FileReport) -> [UInt8]? {
        work.used.insert(file.name)
        guard file.stamp.size <= limit else {
            report.error(.fileTooBig(file.stamp.size, limit: limit))
            return nil
        }
        guard let bytes = root.read(path(file.name)) else {
            report.error(.unreadable)
            return nil
        }
        work.hashes[path(file.name)] = Hash.of(bytes)
        return bytes
    }

    private mutating func yaml(report: FileReport) -> Node? {
        guard let file = directory.file(PlaceReader.file) else {
            report.error(.missingFile(PlaceReader.file))
            return nil
        }
        return bytes(file, limit: Self.yamlLimit, report: report)
            .flatMap { TextFile.decode($0, report: report) }
            .flatMap { YAML.compose($0, report: report) }
    }

    private func code(_ root: Node) -> (text: String, line: Int)? {
        guard case .mapping(let mapping) = root, let node = mapping.first(where: { $0.key.plainText == "code" })?.value
        else {
            return nil
        }
        return node.plainText.map { ($0, node.line) }
    }

    /// `fr.md`, `en.md`…
    private mutating func texts(context: FieldContext) -> Translated? {
        var texts: [Language: String] = [:]
        for file in directory.files where file.name.hasSuffix(".md") {
            let report = FileReport(file: path(file.name))
            guard let language = Language(rawValue: String(file.name.dropLast(3))) else { continue }
            if context.mayHave(language) {
                texts[language] = text(file, report: report)
            } else {
                work.used.insert(file.name)
                report.warning(.unknownLanguage(language.rawValue, among: known.languages))
            }
            work.problems += report.problems
        }
        let own = "\(context.ownLanguage).md"
        if directory.file(own) == nil { context.report.error(.missingFile(own)) }
        context.coverage.count(texts.keys)
        return Translated(texts)
    }

    private mutating func text(_ file: ContentDirectory.File, report: FileReport) -> String? {
        guard let bytes = bytes(file, limit: Markdown.maximumBytes, report: report),
            let source = TextFile.decode(bytes, report: report)
        else { return nil }
        let markdown = Markdown(source, headingShift: 2)
        for problem in markdown.problems { report.error(Finding.markdown(problem.kind), line: problem.line) }
        if markdown.problems.isEmpty, markdown.plainText.isEmpty { report.error(.emptyFile) }
        return markdown.html
    }

    private mutating func track(place: Place?, yaml: Node?, report: FileReport) -> (Track?, TrackShape?) {
        let name = "track.gpx"
        guard kind == .hike || kind == .greenway, let file = directory.file(name) else { return (nil, nil) }
        let trackReport = FileReport(file: path(name))
        defer { work.problems += trackReport.problems }
        if let place, place.trail == nil { report.error(.missingKey("trail")) }
        guard let bytes = bytes(file, limit: TrackReader.maximumBytes, report: trackReport) else { return (nil, nil) }
        let result = TrackReader.read(bytes)
        for problem in result.problems { trackReport.add(problem) }
        guard let track = result.track, let shape = TrackShape(track) else { return (nil, nil) }
        if let written = place?.trail?.length, abs(Double(written) - shape.length) > 0.15 * shape.length {
            let line = yaml?["trail"]?["length_km"]?.line
            report.warning(.lengthDiffers(written: written, measured: Int(shape.length)), line: line)
        }
        return (track, shape)
    }

    private mutating func pictures(place: Place?, report: FileReport) -> [PictureFile] {
        let drawing = "picture.svg"
        work.used.insert(drawing)
        let named = place?.pictures ?? []
        if named.isEmpty {
            guard let file = directory.file(drawing) else {
                if place != nil { report.warning(.noPicture) }
                return []
            }
            let drawingReport = FileReport(file: path(drawing))
            defer { work.problems += drawingReport.problems }
            return self.drawing(file, picture: nil, report: drawingReport).map { [$0] } ?? []
        }
        return named.compactMap { picture in
            guard let file = directory.file(picture.file) else {
                report.error(.missingPicture(picture.file), line: picture.line)
                return nil
            }
            let fileReport = FileReport(file: path(picture.file))
            defer { work.problems += fileReport.problems }
            switch picture.file.split(separator: ".").last?.lowercased() {
            case "svg": return self.drawing(file, picture: picture, report: fileReport)
            case "jpg", "jpeg", "png", "webp": return photograph(file, picture, yaml: report, report: fileReport)
            default:
                work.used.insert(file.name)
                report.error(.pictureFormat(picture.file), line: picture.line)
                return nil
            }
        }
    }

    private mutating func drawing(_ file: ContentDirectory.File, picture: PlacePicture?, report: FileReport)
        -> PictureFile?
    {
        bytes(file, limit: DrawingCheck.sizeLimit, report: report).flatMap {
            PictureFile(drawing: $0, name: file.name, picture: picture, report: report)
        }
    }

    private mutating func photograph(
        _ file: ContentDirectory.File, _ picture: PlacePicture, yaml: FileReport, report: FileReport
    ) -> PictureFile? {
        for (key, isMissing) in [
            ("alt", picture.alt == nil), ("credit", picture.credit == nil), ("licence", picture.licence == nil),
        ] where isMissing {
            yaml.error(.photographWithout(key), line: picture.line)
        }
        guard let bytes = bytes(file, limit: Self.photographLimit, report: report) else { return nil }
        guard let size = Photograph.size(of: bytes), !decodesPhotographs || isDecodable(bytes) else {
            report.error(.unreadablePhotograph)
            return nil
        }
        if size.width < Self.photographWidth { report.error(.photographTooNarrow(size.width)) }
        return PictureFile(
            kind: .photograph, name: withoutEnding(file.name), bytes: bytes, hash: Hash.of(bytes), width: size.width,
            height: size.height, picture: picture)
    }

    private func isDecodable(_ bytes: [UInt8]) -> Bool {
        (try? Photograph(bytes)) != nil
    }

    private mutating func reportStrays() {
        for file in directory.files where !work.used.contains(file.name) {
            work.problems.append(Problem(file: path(file.name), line: nil, severity: .warning, finding: .strayFile))
        }
        for name in directory.directories {
            work.problems.append(Problem(file: path(name), line: nil, severity: .warning, finding: .strayFile))
        }
        for name in directory.strayLinks {
            work.problems.append(Problem(file: path(name), line: nil, severity: .error, finding: .leavesContent))
        }
    }
}

extension PictureFile {
    /// Nil, and reported, when the drawing isn't a still one.
    init?(drawing bytes: [UInt8], name: String, picture: PlacePicture? = nil, report: FileReport) {
        guard TextFile.decode(bytes, report: report) != nil,
            let size = DrawingCheck.size(of: bytes, report: report)
        else { return nil }
        self.init(
            kind: .drawing, name: withoutEnding(name), bytes: bytes, hash: Hash.of(bytes), width: size.width,
            height: size.height, picture: picture)
    }
}

/// `photo.large.jpg` is `photo.large`.
func withoutEnding(_ name: String) -> String {
    name.split(separator: ".").dropLast().joined(separator: ".")
}
