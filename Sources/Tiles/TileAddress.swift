/// A square of the world in Web Mercator, as web maps count them: at zoom `z` the world is 2^z columns by 2^z rows.
public struct TileAddress: Hashable, Sendable {
    /// The deepest zoom anybody makes tiles for.
    public static let maximumZoom = 22

    /// 0 (the whole world) to 22.
    public let zoom: Int
    /// From the west, 0 to 2^zoom - 1.
    public let column: Int
    /// From the north, 0 to 2^zoom - 1.
    public let row: Int

    /// Nil when there is no such square.
    public init?(zoom: Int, column: Int, row: Int) {
        guard (0...Self.maximumZoom).contains(zoom), (0..<(1 << zoom)).contains(column), (0..<(1 << zoom)).contains(row)
        else { return nil }
        self.zoom = zoom
        self.column = column
        self.row = row
    }

    /// The row counted from the south (TMS), as MBTiles counts them.
    var rowFromSouth: Int { (1 << zoom) - 1 - row }

    /// The tile's number in PMTiles: all squares of the zooms before, then its place on the Hilbert curve of its zoom.
    var hilbertID: UInt64 {
        // The sum of 4^z over the zooms before.
        var id = ((UInt64(1) << UInt64(2 * zoom)) - 1) / 3
        var (x, y) = (column, row)
        var side = (1 << zoom) >> 1
        while side > 0 {
            let right = x & side != 0
            let lower = y & side != 0
            id += UInt64(side) * UInt64(side) * (right ? (lower ? 2 : 3) : (lower ? 1 : 0))
            // The curve in this quarter is the same one, turned.
            if !lower {
                if right { (x, y) = (side - 1 - (x & (side - 1)), side - 1 - (y & (side - 1))) }
                (x, y) = (y, x)
            }
            side >>= 1
        }
        return id
    }
}
