import Native

/// Reads GPX 1.1 and 1.0 files, as recorders and drawing tools write them.
public enum TrackReader {
    /// What a file gave. `track` is nil when one of the problems is an error.
    public struct Result: Equatable, Sendable {
        /// The line, cleaned.
        public let track: Track?
        /// Everything wrong or doubtful, by line.
        public let problems: [TrackProblem]
    }

    /// 10 MiB: a day's walk recorded each second is 4 MiB.
    public static let maximumBytes = 10 * 1_048_576
    /// Errors listed for one file, and warnings as many; the others are counted.
    static let maximumListed = 10

    /// Reads the tracks of a file, or its routes when it has no track. Several tracks or routes become
    /// one line of several segments. Consecutive points at one place become one.
    public static func read(_ bytes: [UInt8]) -> Result {
        guard bytes.count <= maximumBytes else {
            return Result(track: nil, problems: [TrackProblem(line: 1, kind: .tooLarge(bytes: bytes.count))])
        }
        let handler = GPXHandler()
        var problems: [TrackProblem] = []
        do {
            try GPXHandler.reader.read(bytes, into: handler)
        } catch {
            problems.append(TrackProblem(line: error.line, kind: .xml(error.kind, detail: error.detail)))
        }
        return handler.result(adding: problems)
    }
}

/// The names of GPX that matter; the most frequent first, as they are looked for in this order.
private enum GPXWord: Int, CaseIterable {
    case trkpt, ele, lat, lon, rtept, trkseg, trk, rte, wpt, name, gpx, metadata
    // Extensions hold elements of any name, <name> and <ele> included.
    case extensions
}

/// Gathers points while the reader goes through the file.
private final class GPXHandler: XMLHandler {
    static let reader = XMLReader(vocabulary: GPXWord.allCases.map { "\($0)" })

    /// One value, so that one access to it is checked per element, not one for each of its parts.
    private var contents = GPXContents()

    func start(_ name: Int?, _ element: borrowing XMLElement) {
        contents.start(name.flatMap(GPXWord.init), element)
    }

    func end(_ name: Int?, _ text: borrowing XMLText) {
        contents.end(name.flatMap(GPXWord.init), text)
    }

    func result(adding problems: [TrackProblem]) -> TrackReader.Result { contents.result(adding: problems) }
}

/// What was found in the file so far.
private struct GPXContents {
    private var problems: [TrackProblem] = []
    private var counts: [TrackProblem.Severity: Int] = [:]
    private var absurd: (line: Int, count: Int) = (0, 0)
    private var names: (track: String?, file: String?)
    private var tracks: [[Track.Point]] = []
    private var routes: [[Track.Point]] = []
    private var waypoints: [Track.Waypoint] = []

    private var path: [GPXWord?] = []
    private var extensionDepth: Int?
    private var segment: [Track.Point] = []
    private var segmentLine = 1
    private var errorsBeforeSegment = 0
    private var point: Track.Point?
    private var waypointName = ""

    mutating func start(_ word: GPXWord?, _ element: borrowing XMLElement) {
        path.append(word)
        if path.count == 1, word != .gpx { note(.notGPX, at: element.line) }
        if extensionDepth != nil { return }
        switch word {
        case .trkpt, .rtept, .wpt:
            point = position(of: element)
            waypointName = ""
        case .trkseg, .rte:
            segment = []
            segmentLine = element.line
            errorsBeforeSegment = counts[.error, default: 0]
        case .extensions: extensionDepth = path.count
        default: break
        }
    }

    mutating func end(_ word: GPXWord?, _ text: borrowing XMLText) {
        defer { path.removeLast() }
        if let depth = extensionDepth {
            if path.count == depth { extensionDepth = nil }
            return
        }
        switch word {
        case .ele: readElevation(text)
        case .trkpt, .rtept: if let point { append(point) }; point = nil
        case .trkseg: tracks += closedSegment()
        case .rte: routes += closedSegment()
        case .wpt: if let point { waypoints.append(.init(name: waypointName, point: point)) }; point = nil
        case .name: readName(text)
        default: break
        }
    }

    private mutating func position(of element: borrowing XMLElement) -> Track.Point? {
        guard let latitude = element.number(GPXWord.lat.rawValue), let longitude = element.number(GPXWord.lon.rawValue)
        else {
            note(.noPosition, at: element.line)
            return nil
        }
        guard abs(latitude) <= 90, abs(longitude) <= 180 else {
            note(.outOfRange(latitude: latitude, longitude: longitude), at: element.line)
            return nil
        }
        return Track.Point(latitude: latitude, longitude: longitude)
    }

    private mutating func readElevation(_ text: borrowing XMLText) {
        guard point != nil else { return }
        // From the Dead Sea's shore to above Everest.
        if let elevation = text.number, (-450...9_000).contains(elevation) {
            point?.elevation = elevation
        } else {
            if absurd.count == 0 { absurd.line = text.line }
            absurd.count += 1
        }
    }

    private mutating func readName(_ text: borrowing XMLText) {
        guard path.count >= 2 else { return }
        switch path[path.count - 2] {
        case .wpt: waypointName = text.string
        case .trk, .rte: if names.track == nil { names.track = text.string }
        case .gpx, .metadata: if names.file == nil { names.file = text.string }
        default: break
        }
    }

    private mutating func append(_ point: Track.Point) {
        guard let last = segment.last, last.latitude == point.latitude, last.longitude == point.longitude else {
            segment.append(point)
            return
        }
        if last.elevation == nil { segment[segment.count - 1].elevation = point.elevation }
    }

    /// The segment that ends here, if it is a line.
    private mutating func closedSegment() -> [[Track.Point]] {
        defer { segment = [] }
        guard segment.count < 2 else { return [segment] }
        // Points that are errors of their own are not missing as well.
        guard counts[.error, default: 0] == errorsBeforeSegment else { return [] }
        note(segment.isEmpty ? .emptySegment : .onePointSegment, at: segmentLine)
        return []
    }

    private mutating func note(_ kind: TrackProblem.Kind, at line: Int) {
        let problem = TrackProblem(line: line, kind: kind)
        counts[problem.severity, default: 0] += 1
        if counts[problem.severity, default: 0] <= TrackReader.maximumListed { problems.append(problem) }
    }

    mutating func result(adding found: [TrackProblem]) -> TrackReader.Result {
        problems += found
        let lastLine = problems.last?.line ?? 1
        for (severity, count) in counts where count > TrackReader.maximumListed {
            problems.append(.init(line: lastLine, kind: .more(severity, count: count - TrackReader.maximumListed)))
        }
        if absurd.count > 0 { problems.append(.init(line: absurd.line, kind: .absurdElevation(count: absurd.count))) }
        var segments = tracks.isEmpty ? routes : tracks
        let hasErrors = problems.contains { $0.severity == .error }
        if !hasErrors, segments.isEmpty { problems.append(.init(line: 1, kind: .noLine)) }
        checkElevations(&segments)
        problems.sort { $0.line < $1.line }
        guard !hasErrors, !segments.isEmpty else { return .init(track: nil, problems: problems) }
        let track = Track(name: names.track ?? names.file, segments: segments, waypoints: waypoints)
        return .init(track: track, problems: problems)
    }

    /// A profile needs elevations on half of the points; what a recorder without altimeter writes is not one.
    private mutating func checkElevations(_ segments: inout [[Track.Point]]) {
        var all = 0
        var known = 0
        var isZero = true
        for segment in segments {
            for point in segment {
                all += 1
                guard let elevation = point.elevation else { continue }
                known += 1
                if elevation != 0 { isZero = false }
            }
        }
        guard known > 0, known * 2 < all || isZero else { return }
        problems.append(.init(line: 1, kind: isZero ? .zeroElevations : .fewElevations(known: known, of: all)))
        for index in segments.indices {
            for position in segments[index].indices { segments[index][position].elevation = nil }
        }
    }
}
