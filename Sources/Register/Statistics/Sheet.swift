import Foundation
import GRDB
import Reception

/// A day's facts of one kind as codes of fixed width, one after another.
struct Sheet {
    /// A kind of sheet; the widths are those of its view in the schema.
    enum Kind: String {
        case visit, tally, door, attendance, opening, ticket, line
        /// The hours at which the desk wrote anything down.
        case desk
        /// The moments at which a till sealed anything.
        case entry

        /// How many bytes a fact is.
        var width: Int {
            switch self {
            case .visit: 46
            case .tally: 14
            case .door: 9
            case .attendance: 15
            case .opening: 3
            case .ticket: 11
            case .line: 50
            case .desk: 1
            case .entry: 6
            }
        }

        /// Whether its facts are a till's, whose codes begin with a moment instead of an hour.
        var isOfTill: Bool { self == .ticket || self == .line || self == .entry }
    }

    let day: OfficeDay
    let bytes: [UInt8]

    /// Some bytes as a number that no other such text has; at most eight.
    func key(_ offset: Int, _ length: Int) -> Int {
        var key: UInt64 = 0
        for position in offset..<offset + length { key = key << 8 | UInt64(bytes[position]) }
        return Int(bitPattern: UInt(key))
    }

    /// Hexadecimal digits.
    func hex(_ offset: Int, _ length: Int) -> Int {
        var number = 0
        for position in offset..<offset + length {
            let byte = Int(bytes[position])
            number = number << 4 | (byte > 57 ? byte - 87 : byte - 48)
        }
        return number
    }

    /// Eight of them, which may be below zero.
    func amount(_ offset: Int) -> Int { Int(Int32(truncatingIfNeeded: hex(offset, 8))) }

    /// The text that gave a key.
    static func text(_ key: Int, _ length: Int) -> String {
        let bits = UInt64(UInt(bitPattern: key))
        return String(
            decoding: (0..<length).map { UInt8(truncatingIfNeeded: bits >> UInt64(8 * (length - 1 - $0))) },
            as: UTF8.self)
    }
}

extension Register {
    /// Hands over the sheets of a kind, a day each, within some days; the first and the last are included.
    func eachSheet(
        _ kind: Sheet.Kind, in days: ClosedRange<OfficeDay>, of database: Database, _ body: (Sheet) throws -> Void
    ) throws {
        let rows = try Row.fetchCursor(
            database.cachedStatement(
                sql:
                    "SELECT day, codes FROM day_sheet WHERE kind = ? AND day BETWEEN ? AND ? \(kind.isOfTill ? "" : "AND office = ?")"
            ),
            arguments: [kind.rawValue, days.lowerBound.description, days.upperBound.description]
                + (kind.isOfTill ? [] : [office]))
        while let row = try rows.next() {
            guard let day = OfficeDay(row[0] as String) else { continue }
            // The bytes of the text, which is ASCII: nothing looks for characters in them.
            let bytes = try row.withUnsafeData(atIndex: 1) { $0.map { [UInt8]($0) } ?? [] }
            try body(Sheet(day: day, bytes: bytes))
        }
    }
}
