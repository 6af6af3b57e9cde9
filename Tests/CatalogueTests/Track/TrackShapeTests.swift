import Glibc
import Testing

@testable import Catalogue

/// Vincenty's inverse formula (1975), iterated to 0.1 mm: another way to the geodesic than the one under test.
private func geodesic(_ a: Track.Point, _ b: Track.Point) -> Double {
    let (axis, flattening) = (6_378_137.0, 1 / 298.257_223_563)
    let minor = axis * (1 - flattening)
    let degree = Double.pi / 180
    let turn = (b.longitude - a.longitude) * degree
    let u1 = atan((1 - flattening) * tan(a.latitude * degree))
    let u2 = atan((1 - flattening) * tan(b.latitude * degree))
    var lambda = turn
    while true {
        let sinSigma = hypot(cos(u2) * sin(lambda), cos(u1) * sin(u2) - sin(u1) * cos(u2) * cos(lambda))
        if sinSigma == 0 { return 0 }
        let cosSigma = sin(u1) * sin(u2) + cos(u1) * cos(u2) * cos(lambda)
        let sigma = atan2(sinSigma, cosSigma)
        let sinAlpha = cos(u1) * cos(u2) * sin(lambda) / sinSigma
        let cosSquared = 1 - sinAlpha * sinAlpha
        let middle = cosSquared == 0 ? 0 : cosSigma - 2 * sin(u1) * sin(u2) / cosSquared
        let c = flattening / 16 * cosSquared * (4 + flattening * (4 - 3 * cosSquared))
        let inner = middle + c * cosSigma * (2 * middle * middle - 1)
        let next = turn + (1 - c) * flattening * sinAlpha * (sigma + c * sinSigma * inner)
        if abs(next - lambda) < 1e-13 {
            let squared = cosSquared * (axis * axis - minor * minor) / (minor * minor)
            let major = 1 + squared / 16384 * (4096 + squared * (-768 + squared * (320 - 175 * squared)))
            let factor = squared / 1024 * (256 + squared * (-128 + squared * (74 - 47 * squared)))
            let first = cosSigma * (2 * middle * middle - 1)
            let second = factor / 6 * middle * (4 * sinSigma * sinSigma - 3) * (4 * middle * middle - 3)
            return minor * major * (sigma - factor * sinSigma * (middle + factor / 4 * (first - second)))
        }
        lambda = next
    }
}

/// Numbers that look random and are the same each time.
struct Dice: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state ^ state >> 29
    }
}

/// A line northward with a point each `spacing` metres and the heights given.
private func line(_ heights: [Double], spacing: Double = 20) -> Track {
    let degree = 111_100.0
    return Track(segments: [
        heights.enumerated().map { index, height in
            .init(latitude: 43.7 + Double(index) * spacing / degree, longitude: 4.1, elevation: height)
        }
    ])
}

private func climb(_ track: Track) throws -> (ascent: Double, descent: Double) {
    let shape = try #require(TrackShape(track))
    return (try #require(shape.ascent), try #require(shape.descent))
}

private func hills(_ seed: UInt64, noise: Double = 0) -> [Double] {
    var dice = Dice(state: seed)
    let waves = (1...4).map { _ in
        (Double.random(in: 5...60, using: &dice), Double.random(in: 0.005...0.05, using: &dice))
    }
    return (0..<400).map { index in
        waves.reduce(300 + Double.random(in: -noise...noise, using: &dice)) { $0 + $1.0 * sin($1.1 * Double(index)) }
    }
}

@Suite struct TrackLengthTests {
    @Test func agreesWithTheGeodesic() {
        var dice = Dice(state: 7)
        for _ in 0..<2_000 {
            let a = Track.Point(
                latitude: .random(in: -70...70, using: &dice), longitude: .random(in: -179...179, using: &dice))
            let reach = Double.random(in: 1e-6...0.05, using: &dice)
            let b = Track.Point(
                latitude: a.latitude + .random(in: -reach...reach, using: &dice),
                longitude: a.longitude + .random(in: -reach...reach, using: &dice))
            let exact = geodesic(a, b)
            #expect(abs(Geodesy.distance(a, b) - exact) < 1e-6 * exact + 1e-5, "\(a) \(b)")
        }
    }

    @Test func paysDeSommieresToNimesIsWithinAMetre() {
        let sommieres = Track.Point(latitude: 43.7836, longitude: 4.0897)
        let nimes = Track.Point(latitude: 43.8367, longitude: 4.3601)
        #expect(abs(Geodesy.distance(sommieres, nimes) - geodesic(sommieres, nimes)) < 1)
    }

    @Test func theShortWayIsTakenAcrossTheDateLine() {
        let west = Track.Point(latitude: 10, longitude: 179.999)
        let east = Track.Point(latitude: 10, longitude: -179.999)
        #expect(abs(Geodesy.distance(west, east) - geodesic(west, .init(latitude: 10, longitude: 180.001))) < 0.01)
    }

    @Test func aGapBetweenSegmentsIsNotWalked() throws {
        let first = line([0, 0, 0]).segments[0]
        let second = first.map { Track.Point(latitude: $0.latitude + 1, longitude: $0.longitude, elevation: 500) }
        let one = try #require(TrackShape(Track(segments: [first])))
        let both = try #require(TrackShape(Track(segments: [first, second])))
        #expect(abs(both.length - 2 * one.length) < 0.1)
        #expect(both.ascent == 0 && both.descent == 0)
        #expect(both.bounds.north > 44.7 && both.bounds.south == 43.7)
        let (start, end) = (try #require(both.profile.first), try #require(both.profile.last))
        #expect(abs(start.elevation) < 1e-6 && abs(end.elevation - 500) < 1e-6)
    }
}

@Suite struct TrackClimbTests {
    @Test(arguments: 1...50) func noiseOnFlatGroundIsNoClimb(_ seed: UInt64) throws {
        var dice = Dice(state: seed)
        let found = try climb(line((0..<500).map { _ in 100 + .random(in: -2...2, using: &dice) }, spacing: 10))
        #expect(found.ascent == 0 && found.descent == 0)
    }

    @Test func aSteadyClimbIsItsHeight() throws {
        let found = try climb(line((0...200).map { Double($0) }))
        // The average over the window is half a window's half short at either end: 25 m of line, at 5 %, twice.
        #expect(abs(found.ascent - 197.5) < 0.1)
        #expect(found.descent == 0)
    }

    @Test func twoHillsAreBothClimbed() throws {
        let hill = (0...100).map { 50 - 50 * cos(Double($0) / 50 * .pi) }
        let found = try climb(line(hill + hill.dropFirst()))
        #expect(abs(found.ascent - 200) < 4 && abs(found.descent - 200) < 4)
    }

    @Test(arguments: 1...30) func ascentMinusDescentIsTheDifferenceOfTheEnds(_ seed: UInt64) throws {
        let shape = try #require(TrackShape(line(hills(seed))))
        let (first, last) = (try #require(shape.profile.first), try #require(shape.profile.last))
        let difference = try #require(shape.ascent) - (try #require(shape.descent))
        #expect(abs(difference - (last.elevation - first.elevation)) < 2 * ElevationProfile.threshold)
        #expect(try #require(shape.ascent) > 0)
    }

    @Test(arguments: 1...30) func theWayBackExchangesAscentAndDescent(_ seed: UInt64) throws {
        let there = line(hills(seed, noise: 2))
        let (out, back) = (try climb(there), try climb(there.reversed))
        #expect(abs(out.ascent - back.descent) < 1e-6 && abs(out.descent - back.ascent) < 1e-6)
    }

    @Test(arguments: 1...10) func segmentsAreClimbedEachForItself(_ seed: UInt64) throws {
        let (first, second) = (line(hills(seed)), line(hills(seed + 100)))
        let both = try climb(Track(segments: first.segments + second.segments))
        let (one, two) = (try climb(first), try climb(second))
        #expect(abs(both.ascent - one.ascent - two.ascent) < 1e-6)
        #expect(abs(both.descent - one.descent - two.descent) < 1e-6)
    }

    @Test(arguments: 1...20) func noiseHardlyChangesTheClimb(_ seed: UInt64) throws {
        let (calm, noisy) = (try climb(line(hills(seed))), try climb(line(hills(seed, noise: 2))))
        #expect(abs(noisy.ascent - calm.ascent) < 0.1 * calm.ascent + 6)
    }

    @Test func swingsUnderTheThresholdDoNotCount() throws {
        let waves = (0..<400).map { 1.4 * sin(Double($0) / 10) }
        let found = try climb(line(waves))
        #expect(found.ascent == 0 && found.descent == 0)
    }

    @Test func unknownHeightsAreDrawnStraightBetweenTheKnown() throws {
        var track = line((0...100).map { Double($0) })
        for index in track.segments[0].indices where index % 3 != 0 { track.segments[0][index].elevation = nil }
        let (partial, full) = (try climb(track), try climb(line((0...100).map { Double($0) })))
        #expect(abs(partial.ascent - full.ascent) < 1.5)
    }

    @Test func withoutHeightsThereIsNoProfileAndNoClimb() throws {
        let bare = Track(segments: [[.init(latitude: 43, longitude: 4), .init(latitude: 43.01, longitude: 4)]])
        let shape = try #require(TrackShape(bare))
        #expect(shape.ascent == nil && shape.descent == nil && shape.profile.isEmpty)
        #expect(TrackShape(Track(segments: [])) == nil)
    }
}

@Suite struct TrackDrawingTests {
    @Test func theProfileGoesFromStartToEndInEqualSteps() throws {
        let shape = try #require(TrackShape(line(hills(3))))
        #expect(shape.profile.count == 200)
        #expect(shape.profile.first?.distance == 0)
        #expect(shape.profile.last?.distance == shape.length)
        let steps = zip(shape.profile, shape.profile.dropFirst()).map { $1.distance - $0.distance }
        #expect(steps.allSatisfy { abs($0 - shape.length / 199) < 1e-6 })
    }

    @Test func aShortLineHasFewSamples() throws {
        #expect(try #require(TrackShape(line([1, 2]))).profile.count == 3)
    }

    @Test func aStraightLineIsTwoCorners() throws {
        #expect(try #require(TrackShape(line(hills(1)))).lines.map(\.count) == [2])
    }

    /// A walk that turns all the time.
    private func walk(_ seed: UInt64, points: Int, turn: Double) -> Track {
        var dice = Dice(state: seed)
        var point = Track.Point(latitude: 43.7, longitude: 4.1)
        var heading = 0.0
        return Track(segments: [
            (0..<points).map { _ in
                heading += .random(in: -turn...turn, using: &dice)
                point.latitude += 1e-4 * cos(heading)
                point.longitude += 1.4e-4 * sin(heading)
                return point
            }
        ])
    }

    @Test(arguments: 1...10) func noPointIsFurtherThanTheTolerance(_ seed: UInt64) throws {
        let track = walk(seed, points: 300, turn: 0.5)
        let corners = try #require(TrackShape(track)).lines[0]
        #expect(corners.count < 150)
        let scale = Geodesy.Scale(latitude: 43.7)
        let origin = track.segments[0][0]
        let flat = corners.map { scale.offset(from: origin, to: .init(latitude: $0.latitude, longitude: $0.longitude)) }
        for point in track.segments[0] {
            let p = scale.offset(from: origin, to: point)
            let nearest = zip(flat, flat.dropFirst()).map { a, b in
                let (dx, dy) = (b.east - a.east, b.north - a.north)
                let along = ((p.east - a.east) * dx + (p.north - a.north) * dy) / max(dx * dx + dy * dy, 1e-9)
                let part = min(max(along, 0), 1)
                return hypot(p.east - a.east - part * dx, p.north - a.north - part * dy)
            }.min()
            #expect(try #require(nearest) < 5.1)
        }
    }

    @Test func aWildLineKeepsAtMost300CornersAndItsEnds() throws {
        let track = walk(5, points: 20_000, turn: 2)
        let corners = try #require(TrackShape(track)).lines[0]
        #expect((250...300).contains(corners.count))
        #expect(corners.first?.latitude == track.start?.latitude)
        #expect(corners.last?.latitude == track.end?.latitude)
    }

    @Test func aClosedLoopIsNotFlattened() throws {
        let circle = (0...360).map {
            Track.Point(
                latitude: 43.7 + 0.01 * sin(Double($0) * .pi / 180), longitude: 4.1 + 0.01 * cos(Double($0) * .pi / 180)
            )
        }
        let shape = try #require(TrackShape(Track(segments: [circle])))
        #expect(shape.lines[0].count > 20)
        #expect(abs(shape.bounds.north - 43.71) < 1e-9 && abs(shape.bounds.west - 4.09) < 1e-9)
    }
}
