/// When it was: `@14:30`, `@hier`, `@hier-14:30`, `@2026-07-14T10:05`.
struct MomentToken {
    let clock: OfficeClock
    let now: Instant

    /// What the pieces from `start` say, and how many pieces that takes; nil when they don't say when.
    func read(_ pieces: [LinePiece], from start: Int) -> (count: Int, outcome: LineOutcome)? {
        let piece = pieces[start]
        guard piece.folded.hasPrefix("@") else {
            // A time without its sign: it isn't guessed at, or `18h` would be somebody's duration.
            guard Self.spoken(piece.folded, today: today) != nil else { return nil }
            return (1, .refused(.momentWithoutSign(piece)))
        }
        let typed = String(piece.folded.dropFirst())
        guard let said = Self.spoken(typed, today: today) else {
            return (1, .refused(.momentUnknown(piece, now: today)))
        }
        if said.minute == nil, start + 1 < pieces.count,
            let time = SpokenTime(pieces[start + 1].folded, today: said.day), time.minute != nil
        {
            return (2, moment(time, piece))
        }
        return (1, moment(said, piece))
    }

    /// A day, a time of today's, or both, joined by a hyphen, by ISO 8601's T, by `à`.
    static func spoken(_ typed: String, today: OfficeDay) -> SpokenTime? {
        guard let first = typed.utf8.first, 48...57 ~= first || "ahty".utf8.contains(first) else { return nil }
        for (word, daysAgo) in daysAgo where typed.hasPrefix(word) {
            let rest = typed.dropFirst(word.count)
            let day = today.adding(days: -daysAgo)
            return rest.isEmpty ? SpokenTime(day: day, minute: nil) : time(rest, day)
        }
        guard 48...57 ~= first else { return nil }
        if let day = OfficeDay(typed.prefix(10)) {
            let rest = typed.dropFirst(10)
            return rest.isEmpty ? SpokenTime(day: day, minute: nil) : time(rest, day)
        }
        return SpokenTime(typed, today: today).flatMap { $0.minute == nil ? nil : $0 }
    }

    private static func time(_ rest: Substring, _ day: OfficeDay) -> SpokenTime? {
        guard let sign = rest.first, "-t_a".contains(sign), let time = SpokenTime(String(rest.dropFirst()), today: day)
        else { return nil }
        return time.minute == nil || time.day != day ? nil : time
    }

    private func moment(_ said: SpokenTime, _ piece: LinePiece) -> LineOutcome {
        // Today without a time is now at the latest: noon may still be to come.
        let isToday = said.day == today
        let at = clock.instant(day: said.day, minute: said.minute ?? Self.noon)
        if let minute = said.minute {
            guard minute < 1_440 else { return .refused(.momentUnknown(piece, now: today)) }
            guard clock.dayAndMinute(at: at) == (said.day, minute) else {
                return .refused(.momentSkipped(piece, said.day))
            }
        }
        if at > now {
            guard isToday, said.minute == nil else { return .refused(.momentInFuture(piece, isToday: isToday)) }
            return .says(.when(LineValue.Moment(at: now, isWholeDay: true)))
        }
        guard said.day >= today.adding(days: -Self.daysBack) else { return .refused(.momentTooOld(piece)) }
        return .says(.when(LineValue.Moment(at: at, isWholeDay: said.minute == nil)))
    }

    private var today: OfficeDay { clock.dayAndHour(at: now).day }

    /// When something was of which only the day is known, in minutes.
    static let noon = 720
    /// How far back something can be typed in.
    static let daysBack = 400

    /// The longest first.
    private static let daysAgo = [
        ("aujourd'hui", 0), ("avant-hier", 2), ("avanthier", 2), ("yesterday", 1), ("today", 0), ("hier", 1),
    ]
}
