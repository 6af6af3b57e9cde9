/// What of several answers may leave the office together.
///
/// Each table is safe by itself. Beside each other, one must not show what another hides: a whole of which another table hides the sum, a share whose base
/// is all of another's rows but the unknown. There the whole or the share is given up, the table never.
extension Answer {
    /// Answers as they may leave the office together, in their order.
    public static func published(together answers: [Answer]) -> [Answer] {
        let each = answers.map { $0.published() }
        let wholes = each.map { answer in
            answer.table.columns.indices.reduce(answer) { hidden, column in
                let isUntold = each.contains { $0.isPart(of: answer) && $0.hidesWhole(column) }
                return isUntold ? hidden.hidingColumn(column) : hidden
            }
        }
        return wholes.map { answer in
            guard answer.question.breakdown == nil else { return answer }
            return answer.table.columns.indices.reduce(answer) { hidden, column in
                let isTold = answers.indices.contains { wholes[$0].isUndone(by: answer, column, counted: answers[$0]) }
                return isTold ? hidden.hidingColumn(column) : hidden
            }
        }
    }

    /// Whether its whole is the other's, or what the other is made of.
    private func isPart(of other: Answer) -> Bool {
        isAsked(like: other) && (other.question.measure == question.measure || other.sums.contains(question.measure))
    }

    private func isAsked(like other: Answer) -> Bool {
        question.period == other.question.period && question.filters == other.question.filters
    }

    private func hidesWhole(_ column: Int) -> Bool {
        column < table.columns.count && table.columnTotals[column] == .hidden
    }

    /// Without all that was counted in a column.
    private func hidingColumn(_ column: Int) -> Answer {
        let places = table.places.filter { place in
            switch place {
            case .cell(_, column), .columnTotal(column): true
            default: false
            }
        }
        return hiding(Set(places))
    }

    /// Whether a figure that is the sum of some of its rows tells what it hides of them, or of the others.
    ///
    /// - `counted`: the same answer with nothing hidden.
    private func isUndone(by whole: Answer, _ column: Int, counted: Answer) -> Bool {
        guard isAsked(like: whole), column < table.columns.count, whole.table.columnTotals[column] != .hidden else {
            return false
        }
        return whole.sums.contains { sum in
            guard let rows = rows(of: sum) else { return false }
            let others = table.rows.indices.filter { !rows.contains($0) }
            return [rows, others].contains { rows in
                let hidden = rows.filter { table.cells[$0][column] == .hidden }
                // What is published may stand in another order.
                let left = counted.table.rows.indices.reduce(0) { sum, row in
                    let isHidden = hidden.contains { table.rows[$0] == counted.table.rows[row] }
                    return isHidden ? sum + (counted.table.cells[row][column].number ?? 0) : sum
                }
                // Each of them may be all that is left, less one for each of the others.
                return !hidden.isEmpty && left - (hidden.count - 1) < Answer.smallCount
            }
        }
    }

    /// The rows that a sum is made of; nil when it isn't one of rows of this table.
    private func rows(of sum: Measure) -> [Int]? {
        func only(_ isOne: (String) -> Bool) -> [Int] { table.rows.indices.filter { isOne(table.rows[$0]) } }
        return switch (question.measure, question.breakdown, sum) {
        case (.visitors, .origin, .foreigners), (.visitors, .country, .foreigners):
            only { $0 != Origins.restOfFrance && Countries.isKnown($0) }
        case (.visitors, .origin, .originsKnown), (.visitors, .country, .originsKnown),
            (.visitors, .firstVisit, .returnsKnown), (.contacts, .outcome, .outcomesKnown):
            only { $0 != Origins.unknown }
        case (.visitors, .firstVisit, .returns): only { $0 == "no" }
        case (.contacts, .outcome, .unmet): only { $0 == Contact.Outcome.unmet.rawValue }
        case (.contacts, .channel, .counterContacts): only { $0 == Contact.Channel.counter.rawValue }
        default: nil
        }
    }

    /// What is counted of it.
    private var sums: [Measure] {
        switch formula {
        case .sum, .percentile: [question.measure]
        case .share(let one, let other), .ratio(let one, let other): [one, other]
        }
    }
}
