import Glibc
import Testing

@testable import Catalogue

func gpxFixture(_ name: String) throws -> [UInt8] {
    let folder = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    let file = try #require(fopen("/\(folder)/Fixtures/gpx/\(name)", "rb"))
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 1 << 20)
    let count = fread(&bytes, 1, bytes.count, file)
    return Array(bytes.prefix(count))
}

private func read(_ text: String) -> TrackReader.Result { TrackReader.read(Array(text.utf8)) }

private func gpx(_ points: String) -> String { "<gpx version='1.1'><trk><trkseg>\(points)</trkseg></trk></gpx>" }

@Suite struct TrackReaderTests {
    @Test func readsWhatARecorderWrites() throws {
        let result = try TrackReader.read(gpxFixture("garmin.gpx"))
        #expect(result.problems.isEmpty)
        let track = try #require(result.track)
        #expect(track.name == "La Pierre Plantée")
        #expect(track.segments.map(\.count) == [3, 2])
        #expect(track.start == .init(latitude: 43.777, longitude: 4.159, elevation: 80.5))
        #expect(track.end == .init(latitude: 43.781, longitude: 4.163, elevation: 99))
        #expect(
            track.waypoints == [
                .init(name: "Pont romain", point: .init(latitude: 43.786, longitude: 4.09, elevation: 30))
            ])
    }

    @Test func readsVersion10() throws {
        let result = try TrackReader.read(gpxFixture("version-1.0.gpx"))
        #expect(result.problems.isEmpty)
        #expect(result.track?.name == "Boucle de Junas")
        #expect(result.track?.segments.first?.map(\.elevation) == [60, 62])
    }

    @Test func readsRoutesPrefixesAndPointsWithoutElevation() throws {
        let result = try TrackReader.read(gpxFixture("route.gpx"))
        #expect(result.problems.isEmpty)
        #expect(result.track?.name == "Voie verte")
        #expect(result.track?.segments.first?.map(\.longitude) == [4.088, 4.1, 4.15])
        #expect(result.track?.segments.first?.allSatisfy { $0.elevation == nil } == true)
    }

    @Test func aTrackWinsOverTheRouteItWasPlannedWith() {
        let route = "<rte><rtept lat='1' lon='1'/><rtept lat='2' lon='2'/></rte>"
        let track = "<trk><trkseg><trkpt lat='3' lon='3'/><trkpt lat='4' lon='4'/></trkseg></trk>"
        #expect(read("<gpx>\(route)\(track)</gpx>").track?.start?.latitude == 3)
    }

    @Test func theSameFileInAnyEncodingIsTheSameTrack() throws {
        let bytes = try gpxFixture("garmin.gpx")
        let text = String(decoding: bytes, as: UTF8.self)
        let withMark = [0xEF, 0xBB, 0xBF] + bytes
        let wide = text.replacing("encoding=\"UTF-8\"", with: "encoding=\"UTF-16\"")
        let utf16 = Array(("\u{FEFF}" + wide).utf16).flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        let windows = Array(text.replacing("\n", with: "\r\n").utf8)
        let expected = TrackReader.read(bytes)
        for other in [withMark, utf16, windows] { #expect(TrackReader.read(other) == expected) }
    }

    @Test func segmentsThatAreNoLineAreDroppedWithAWarning() throws {
        let result = try TrackReader.read(gpxFixture("doubtful-segments.gpx"))
        #expect(
            result.problems == [
                .init(line: 3, kind: .emptySegment), .init(line: 5, kind: .onePointSegment),
                .init(line: 8, kind: .onePointSegment),
            ])
        #expect(result.problems.allSatisfy { $0.severity == .warning })
        #expect(result.track?.segments.map(\.count) == [2])
    }

    @Test func pointsThatAreNowhereAreErrorsOnTheirLines() throws {
        let result = try TrackReader.read(gpxFixture("bad-points.gpx"))
        #expect(result.track == nil)
        #expect(
            result.problems == [
                .init(line: 3, kind: .outOfRange(latitude: 93.7, longitude: 4.1)),
                .init(line: 4, kind: .outOfRange(latitude: 43.7, longitude: -180.5)),
                .init(line: 5, kind: .noPosition), .init(line: 6, kind: .noPosition),
                .init(line: 7, kind: .noPosition),
            ])
    }

    @Test func absurdElevationsCountAsUnknown() throws {
        let result = try TrackReader.read(gpxFixture("absurd-elevations.gpx"))
        #expect(result.problems == [.init(line: 3, kind: .absurdElevation(count: 2))])
        #expect(result.track?.segments.first?.map(\.elevation) == [50, nil, nil, 80, 70])
    }

    @Test func aProfileNeedsElevations() {
        let high = "<trkpt lat='1' lon='1'><ele>5</ele></trkpt>"
        let bare = "<trkpt lat='2' lon='1'/><trkpt lat='3' lon='1'/>"
        let few = read(gpx(high + bare))
        #expect(few.problems == [.init(line: 1, kind: .fewElevations(known: 1, of: 3))])
        #expect(few.track?.start?.elevation == nil)
        let flat = read(gpx((1...3).map { "<trkpt lat='\($0)' lon='1'><ele>0</ele></trkpt>" }.joined()))
        #expect(flat.problems == [.init(line: 1, kind: .zeroElevations)])
        #expect(flat.track?.segments.first?.contains { $0.elevation != nil } == false)
    }

    @Test func aRepeatedPointIsOnePointAndKeepsAnElevation() {
        let track = read(
            gpx(
                "<trkpt lat='1' lon='1'/><trkpt lat='1' lon='1'><ele>7</ele></trkpt><trkpt lat='2' lon='1'><ele>8</ele></trkpt>"
            )
        ).track
        #expect(
            track?.segments == [
                [
                    .init(latitude: 1, longitude: 1, elevation: 7),
                    .init(latitude: 2, longitude: 1, elevation: 8),
                ]
            ])
    }

    @Test func aCutFileSaysSoAtItsLastLine() throws {
        let bytes = try gpxFixture("cut.gpx")
        let lines = bytes.count { $0 == UInt8(ascii: "\n") } + 1
        let result = TrackReader.read(bytes)
        #expect(result.track == nil)
        #expect(result.problems.count == 1)
        #expect(result.problems.first?.line == lines)
        guard case .xml(.truncated, _)? = result.problems.first?.kind else {
            return #expect(Bool(false), "\(result.problems)")
        }
    }

    @Test func whatIsNoGPXIsRefused() {
        #expect(read("<kml><Placemark/></kml>").problems.first?.kind == .notGPX)
        let bare = "<rte><rtept lat='1' lon='1'/><rtept lat='2' lon='2'/></rte>"
        #expect(read(bare).problems == [.init(line: 1, kind: .notGPX)])
        #expect(read("<gpx/>").problems == [.init(line: 1, kind: .noLine)])
        #expect(read("").problems == [.init(line: 1, kind: .xml(.empty, detail: ""))])
        #expect(read("<!DOCTYPE gpx []><gpx/>").problems == [.init(line: 1, kind: .xml(.documentType, detail: ""))])
        for text in ["<kml/>", "<gpx/>", "", "<gpx><trk></gpx>", "{}"] { #expect(read(text).track == nil) }
    }

    @Test func thousandsOfErrorsAreCountedNotListed() {
        let result = read(gpx(String(repeating: "<trkpt lat='x' lon='1'/>\n", count: 1_000)))
        #expect(result.problems.count == 11)
        #expect(result.problems.contains { $0.kind == .more(.error, count: 990) })
        let warnings = read("<gpx><trk>" + String(repeating: "<trkseg/>\n", count: 1_000) + "</trk></gpx>")
        #expect(warnings.problems.contains { $0.kind == .more(.warning, count: 990) })
        #expect(warnings.problems.count == 12 && warnings.problems.contains { $0.kind == .noLine })
    }

    @Test func aFileBeyondTheLimitIsNotRead() {
        let bytes = [UInt8](repeating: 32, count: TrackReader.maximumBytes + 1)
        #expect(TrackReader.read(bytes).problems == [.init(line: 1, kind: .tooLarge(bytes: bytes.count))])
    }

    @Test func everyProblemSaysWhatIsWrongAndWhatToDo() {
        let kinds: [TrackProblem.Kind] = [
            .tooLarge(bytes: 11_000_000), .xml(.empty, detail: ""), .xml(.malformed, detail: "x"), .notGPX, .noLine,
            .noPosition, .outOfRange(latitude: 91, longitude: 0), .emptySegment, .onePointSegment,
            .absurdElevation(count: 2), .fewElevations(known: 1, of: 9), .zeroElevations, .more(.error, count: 3),
            .more(.warning, count: 3),
        ]
        let problems = kinds.map { TrackProblem(line: 1, kind: $0) }
        #expect(Set(problems.map(\.message)).count == kinds.count)
        #expect(problems.allSatisfy { !$0.remedy.isEmpty && $0.message.last != "." && $0.remedy.last != "." })
    }
}
