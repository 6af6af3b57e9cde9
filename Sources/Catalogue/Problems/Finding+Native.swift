import Native

/// What the readers of Markdown and GPX find, in the words of the other problems.
extension Finding {
    static func markdown(_ kind: Markdown.Problem.Kind) -> Finding {
        switch kind {
        case .rawHTML: .rawHTML
        case .refusedLink(let address): .unsafeLink(address)
        case .picture: .imageInText
        case .tooLong(let bytes): .fileTooBig(bytes, limit: Markdown.maximumBytes)
        }
    }

    static func track(_ problem: TrackProblem) -> Finding {
        let english = wording(problem.kind)
        return Finding(
            problem.severity == .error ? "broken-track" : "doubtful-track",
            fr: ("La trace : \(problem.message).", "\(problem.remedy)."),
            en: ("The track: \(english.what).", "\(english.mend)."))
    }

    private static func wording(_ kind: TrackProblem.Kind) -> Wording {
        switch kind {
        case .tooLarge(let bytes):
            Wording(
                what:
                    "the file has \(bytes / 1_048_576) MiB, more than the \(TrackReader.maximumBytes / 1_048_576) allowed",
                mend: "Simplify the track (5,000 points are enough) and export it again")
        case .xml(.empty, _): Wording(what: "the file is empty", mend: exportAgain)
        case .xml(.truncated, _): Wording(what: "the file stops before its end", mend: exportAgain)
        case .xml(.encoding, _):
            Wording(what: "the file isn't in the encoding it declares", mend: "Save the file as UTF-8")
        case .xml(.documentType, _):
            Wording(
                what: "the file has a <!DOCTYPE> declaration, which isn't accepted",
                mend: "Remove the <!DOCTYPE …> line")
        case .xml(.tooDeep, _): Wording(what: "its elements nest too deep", mend: mendLine)
        case .xml(.tagTooLong, _):
            Wording(what: "a tag is longer than \(XMLReader.maximumTagBytes / 1024) KiB", mend: mendLine)
        case .xml(.malformed, let detail):
            Wording(what: detail.isEmpty ? "the XML is malformed" : "the XML is malformed (\(detail))", mend: mendLine)
        case .notGPX: Wording(what: "the file isn't GPX, its first element isn't <gpx>", mend: exportAgain)
        case .noLine: Wording(what: "the file has neither a track nor a route of two points", mend: exportAgain)
        case .noPosition: Wording(what: "a point has no readable latitude or longitude", mend: mendPoint)
        case .outOfRange(let latitude, let longitude):
            Wording(
                what:
                    "the point \(latitude), \(longitude) doesn't exist: latitude from -90 to 90, longitude from -180 to 180",
                mend: mendPoint)
        case .emptySegment: Wording(what: "a segment has no point, it is left out", mend: removeSegment)
        case .onePointSegment: Wording(what: "a segment has a single point, it is left out", mend: removeSegment)
        case .absurdElevation(let count):
            Wording(
                what: "\(count) absurd elevation(s) left out", mend: "Mend <ele> on this line (from -450 to 9,000 m)")
        case .fewElevations(let known, let all):
            Wording(
                what: "only \(known) points of \(all) have an elevation: neither profile nor ascent",
                mend: addElevations)
        case .zeroElevations: Wording(what: "all elevations are 0: neither profile nor ascent", mend: addElevations)
        case .more(let severity, let count):
            Wording(
                what: severity == .error ? "\(count) more errors in this file" : "\(count) more remarks on this file",
                mend: "Mend the first ones, then check again")
        }
    }

    private static let exportAgain = "Export the track again as GPX from the device or program it comes from"
    private static let mendLine = "Mend this line, or export the track again"
    private static let mendPoint = "Mend lat and lon on this line, or remove the point"
    private static let removeSegment = "Remove this <trkseg>, or leave it: the rest of the track is used"
    private static let addElevations = "Complete the elevations with a track editor if a profile is wanted"
}

extension FileReport {
    func add(_ problem: TrackProblem) {
        switch problem.severity {
        case .error: error(.track(problem), line: problem.line)
        case .warning: warning(.track(problem), line: problem.line)
        }
    }
}
