import Reception

/// The days off of a year in France (article L. 3133-1 of the Code du travail).
enum Holidays {
    static func isPublic(_ day: OfficeDay) -> Bool {
        let (year, month, dayOfMonth) = day.parts
        if fixed.contains(where: { $0 == (month, dayOfMonth) }) { return true }
        // Easter Monday, Ascension and Whit Monday.
        return easter(year).map { [1, 39, 50].contains(day.daysSince1970 - $0.daysSince1970) } ?? false
    }

    private static let fixed = [(1, 1), (5, 1), (5, 8), (7, 14), (8, 15), (11, 1), (11, 11), (12, 25)]

    /// Easter Sunday, as Meeus gives it (Astronomical Algorithms, chapter 8).
    static func easter(_ year: Int) -> OfficeDay? {
        let (a, b, c) = (year % 19, year / 100, year % 100)
        let (d, e) = (b / 4, b % 4)
        let f = (b + 8) / 25
        let g = (b - f + 1) / 3
        let h = (19 * a + b - d - g + 15) % 30
        let (i, k) = (c / 4, c % 4)
        let l = (32 + 2 * e + 2 * i - h - k) % 7
        let m = (a + 11 * h + 22 * l) / 451
        let sum = h + l - 7 * m + 114
        return OfficeDay(year: year, month: sum / 31, day: sum % 31 + 1)
    }
}
