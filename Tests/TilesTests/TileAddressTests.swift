import Testing

@testable import Tiles

@Suite struct TileAddressTests {
    @Test func aSquareThatIsNotInTheWorldIsNoAddress() {
        #expect(TileAddress(zoom: 3, column: 7, row: 7) != nil)
        for (zoom, column, row) in [(3, 8, 0), (3, 0, 8), (3, -1, 0), (-1, 0, 0), (23, 0, 0), (Int.max, 0, 0)] {
            #expect(TileAddress(zoom: zoom, column: column, row: row) == nil)
        }
    }

    /// The numbers are those of the PMTiles specification's examples.
    @Test func theHilbertNumberIsThatOfPMTiles() throws {
        for (zoom, column, row, id) in [
            (0, 0, 0, 0), (1, 0, 0, 1), (1, 0, 1, 2), (1, 1, 1, 3), (1, 1, 0, 4), (2, 0, 0, 5),
            (12, 3423, 1763, 19_078_479),
        ] {
            let address = try #require(TileAddress(zoom: zoom, column: column, row: row))
            #expect(address.hilbertID == UInt64(id))
        }
    }

    @Test func everySquareOfAZoomHasANumberOfItsOwnBesideItsNeighbours() throws {
        var numbers: [UInt64: (Int, Int)] = [:]
        for column in 0..<32 {
            for row in 0..<32 {
                let address = try #require(TileAddress(zoom: 5, column: column, row: row))
                numbers[address.hilbertID] = (column, row)
            }
        }
        #expect(numbers.count == 1024)
        let first = UInt64(341)
        for id in first..<first + 1023 {
            let a = try #require(numbers[id])
            let b = try #require(numbers[id + 1])
            #expect(abs(a.0 - b.0) + abs(a.1 - b.1) == 1)
        }
    }

    @Test func rowsAreFlippedForMBTiles() throws {
        let address = try #require(TileAddress(zoom: 14, column: 8378, row: 5992))
        #expect(address.rowFromSouth == 10_391)
    }
}
