extension Instant: CustomStringConvertible {
    /// Reads an RFC 3339 date-time: `2026-07-14T10:05:00Z`, with an optional fraction (cut to milliseconds) and `Z` or
    /// an offset up to 23:59. A leap second counts as the second that follows. Nil when the text is anything else.
    public init?(rfc3339 text: String) {
        var reader = DigitReader(text.utf8)
        guard let year = reader.number(digits: 4), reader.skip("-"),
            let month = reader.number(digits: 2), 1...12 ~= month, reader.skip("-"),
            let day = reader.number(digits: 2), 1...CivilDate.days(inMonth: month, of: year) ~= day,
            reader.skip("T") || reader.skip("t") || reader.skip(" "),
            let hour = reader.number(digits: 2), hour < 24, reader.skip(":"),
            let minute = reader.number(digits: 2), minute < 60, reader.skip(":"),
            let second = reader.number(digits: 2), second <= 60
        else { return nil }
        var fraction = 0
        if reader.skip(".") {
            guard let milliseconds = reader.fractionInThousandths() else { return nil }
            fraction = milliseconds
        }
        guard let offset = reader.offsetInMinutes(), reader.isAtEnd else { return nil }
        let days = CivilDate(year: year, month: month, day: day).daysSince1970
        let seconds = ((days * 24 + hour) * 60 + minute - offset) * 60 + second
        self.init(milliseconds: Int64(seconds * 1_000 + fraction))
    }

    /// `2026-07-14T10:05:00.123Z`: UTC, always 24 characters from year 0 to 9999, so that text order is time order.
    public var description: String {
        let (day, time) = milliseconds.quotientAndRemainderFlooring(by: Self.millisecondsPerDay)
        let date = CivilDate(daysSince1970: Int(day))
        let inDay = Int(time)
        var text = ASCIIText<24>()
        text.append(decimal: min(max(date.year, 0), 9_999), digits: 4)
        text.append("-")
        text.append(decimal: date.month, digits: 2)
        text.append("-")
        text.append(decimal: date.day, digits: 2)
        text.append("T")
        text.append(decimal: inDay / 3_600_000, digits: 2)
        text.append(":")
        text.append(decimal: inDay / 60_000 % 60, digits: 2)
        text.append(":")
        text.append(decimal: inDay / 1_000 % 60, digits: 2)
        text.append(".")
        text.append(decimal: inDay % 1_000, digits: 3)
        text.append("Z")
        return text.string
    }
}

/// Takes digits and punctuation off the front of a text.
private struct DigitReader {
    private var bytes: String.UTF8View.Iterator
    private var next: UInt8?

    init(_ text: String.UTF8View) {
        bytes = text.makeIterator()
        next = bytes.next()
    }

    var isAtEnd: Bool { next == nil }

    mutating func skip(_ character: Unicode.Scalar) -> Bool {
        guard next == UInt8(ascii: character) else { return false }
        next = bytes.next()
        return true
    }

    mutating func digit() -> Int? {
        guard let byte = next, UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte else { return nil }
        next = bytes.next()
        return Int(byte - UInt8(ascii: "0"))
    }

    mutating func number(digits: Int) -> Int? {
        var number = 0
        for _ in 0..<digits {
            guard let digit = digit() else { return nil }
            number = number * 10 + digit
        }
        return number
    }

    mutating func fractionInThousandths() -> Int? {
        guard let tenths = digit() else { return nil }
        var thousandths = tenths * 100
        var weight = 10
        while let digit = digit() {
            thousandths += digit * weight
            weight /= 10
        }
        return thousandths
    }

    mutating func offsetInMinutes() -> Int? {
        if skip("Z") || skip("z") { return 0 }
        let sign: Int
        if skip("+") {
            sign = 1
        } else if skip("-") {
            sign = -1
        } else {
            return nil
        }
        guard let hours = number(digits: 2), hours < 24, skip(":"), let minutes = number(digits: 2), minutes < 60
        else { return nil }
        return sign * (hours * 60 + minutes)
    }
}
