import GRDB
import Reception

extension Register {
    /// The budgets of the years that a period holds whole, as they were entered; those of the years before them for what it is held against.
    func budget(_ request: CountRequest, in database: Database) throws -> Counted {
        var counted = Counted()
        for (year, shown) in request.days.years {
            let cents = try Int.fetchOne(
                database.cachedStatement(
                    sql: """
                        SELECT hundredths FROM indicator_value AS known
                        WHERE office = ? AND indicator = 'budget' AND period = ?
                            AND NOT EXISTS (SELECT 1 FROM indicator_value AS newer WHERE newer.supersedes = known.uuid)
                        """), arguments: [office, Period.year(year).text])
            guard let cents else { continue }
            counted.whole = counted.whole ?? .init()
            counted.whole?.add(cents)
            if request.breakdown != nil { counted.parts["\(shown)", default: .init()].add(cents) }
        }
        return counted
    }
}
