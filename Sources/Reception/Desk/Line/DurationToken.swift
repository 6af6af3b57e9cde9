/// How long it took: `<2`, `2-5`, `5-15`, `>15`, `10min`.
enum DurationToken {
    /// What the pieces from `start` say, and how many pieces that takes; nil when they don't look like a duration.
    static func read(_ pieces: [LinePiece], from start: Int) -> (count: Int, outcome: LineOutcome)? {
        let piece = pieces[start]
        let folded = piece.folded
        guard let first = folded.utf8.first,
            48...57 ~= first || first == UInt8(ascii: "<") || first == UInt8(ascii: ">")
        else { return nil }
        if let minutes = piece.number, start + 1 < pieces.count, units.contains(pieces[start + 1].folded) {
            return (2, .says(.duration(duration(ofMinutes: minutes))))
        }
        let unit = units.first(where: folded.hasSuffix) ?? ""
        let bare = folded.dropLast(unit.count)
        if !unit.isEmpty, let minutes = LinePiece.number(bare) {
            return (1, .says(.duration(duration(ofMinutes: minutes))))
        }
        if let duration = Contact.Duration(rawValue: String(bare)) { return (1, .says(.duration(duration))) }
        let parts = bare.split(separator: "-", omittingEmptySubsequences: false)
        let isRange = parts.count == 2 && parts.allSatisfy { LinePiece.number($0) != nil }
        guard isRange || folded.hasPrefix("<") || folded.hasPrefix(">") else { return nil }
        return (1, .refused(.durationUnknown(piece)))
    }

    /// A whole number of minutes belongs to the shorter of two durations that meet in it.
    static func duration(ofMinutes minutes: Int) -> Contact.Duration {
        switch minutes {
        case ..<2: .under2
        case ...5: .from2to5
        case ...15: .from5to15
        default: .over15
        }
    }

    /// The longest first.
    private static let units = ["minutes", "minute", "min", "mn", "'"]
}
