import Testing

@testable import Catalogue

@Suite struct GPXWriterTests {
    @Test func whatIsWrittenIsReadBack() throws {
        let track = try #require(TrackReader.read(gpxFixture("garmin.gpx")).track)
        let file = GPXWriter.file(track, name: "Boucle <1> & \"co\"", description: "9,4 km")
        let back = try #require(TrackReader.read(file).track)
        #expect(back.segments == track.segments)
        #expect(back.name == "Boucle <1> & \"co\"")
        #expect(TrackReader.read(file).problems.isEmpty)
    }

    @Test func nothingOfWhoRecordedItIsWritten() throws {
        let track = try #require(TrackReader.read(gpxFixture("garmin.gpx")).track)
        let text = String(decoding: GPXWriter.file(track, name: "Boucle"), as: UTF8.self)
        for word in ["time", "Quelqu", "author", "Handheld", "extensions", "2024", "120"] {
            #expect(!text.contains(word))
        }
    }

    @Test(arguments: [
        (-0.000_000_4, "0.000000"), (-0.5, "-0.500000"), (43.777_219_6, "43.777220"), (-179.999_999_9, "-180.000000"),
        (1e-6, "0.000001"), (90, "90.000000"),
    ])
    func degreesAreWrittenPlainly(_ value: Double, _ expected: String) {
        let point = Track.Point(latitude: value, longitude: 0)
        let text = String(
            decoding: GPXWriter.file(Track(segments: [[point, point]]), name: "x"), as: UTF8.self)
        #expect(text.contains("<trkpt lat=\"\(expected)\" lon=\"0.000000\"></trkpt>"))
    }

    @Test func heightsHaveOneDecimal() {
        let points = [-449.96, 0, 12.34].map { Track.Point(latitude: 1, longitude: 1, elevation: $0) }
        let text = String(decoding: GPXWriter.file(Track(segments: [points]), name: "x"), as: UTF8.self)
        for height in ["<ele>-450.0</ele>", "<ele>0.0</ele>", "<ele>12.3</ele>"] { #expect(text.contains(height)) }
    }

    @Test func aSchematicRouteIsARouteAndSaysSo() throws {
        let steps = [
            Track.Waypoint(name: "Gare", point: .init(latitude: 43.78, longitude: 4.09)),
            Track.Waypoint(name: "Cave & Cie", point: .init(latitude: 43.79, longitude: 4.1)),
        ]
        let note = "Tracé schématique : ne pas s'en servir pour s'orienter."
        let file = GPXWriter.schematicFile(steps: steps, name: "Voie verte", description: note)
        let text = String(decoding: file, as: UTF8.self)
        #expect(text.contains("<rte>") && !text.contains("<trk") && text.contains("Tracé schématique"))
        #expect(text.contains("<name>Cave &amp; Cie</name>"))
        #expect(TrackReader.read(file).track?.segments == [steps.map(\.point)])
    }
}
