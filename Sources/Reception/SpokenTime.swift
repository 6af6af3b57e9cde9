/// A moment as it is typed at the desk: `18:00`, `18h`, `demain`, `tomorrow 9:30`, `2026-11-24`, `2026-11-24T18:00`.
public struct SpokenTime: Hashable, Sendable {
    /// The office's day.
    public let day: OfficeDay
    /// Minutes after midnight, 0–1440; nil when a whole day was said.
    public let minute: Int?

    /// A moment out of its parts.
    public init(day: OfficeDay, minute: Int?) {
        self.day = day
        self.minute = minute
    }

    /// Nil when `text` is anything else. A time without a day is today's.
    public init?(_ text: String, today: OfficeDay) {
        var typed = text.lowercased()[...]
        // ISO 8601's T is one only after a date: words have t's too.
        if OfficeDay(typed.prefix(10)) != nil, let letter = typed.dropFirst(10).first, letter == "t" {
            typed = typed.prefix(10) + " " + typed.dropFirst(11)
        }
        let said = typed.split(separator: " ", omittingEmptySubsequences: false)
        guard let last = said.last, !last.isEmpty, !Self.joining.contains(last) else { return nil }  // broken off
        let words = said.filter { !$0.isEmpty && !Self.joining.contains($0) }
        switch words.count {
        case 1:
            if let minute = Self.minute(words[0]) {
                self.init(day: today, minute: minute)
            } else if let day = Self.day(words[0], today: today) {
                self.init(day: day, minute: nil)
            } else {
                return nil
            }
        case 2:
            guard let day = Self.day(words[0], today: today), let minute = Self.minute(words[1]) else { return nil }
            self.init(day: day, minute: minute)
        default:
            return nil
        }
    }

    /// When that is: the beginning of the day when no time was said.
    public func start(by clock: OfficeClock) -> Instant { clock.instant(day: day, minute: minute ?? 0) }

    /// When what lasts until then is over: the end of the day when no time was said.
    public func end(by clock: OfficeClock) -> Instant { clock.instant(day: day, minute: minute ?? 1_440) }

    /// Between a day and a time.
    private static let joining: [Substring] = ["à", "a", "at"]

    private static func day(_ word: Substring, today: OfficeDay) -> OfficeDay? {
        switch word {
        case "aujourd'hui", "aujourd’hui", "today": today
        case "demain", "tomorrow": today.adding(days: 1)
        default: OfficeDay(word)
        }
    }

    /// `9:30`, `09:30`, `9h30`, `18h`; `24:00` is the end of the day.
    private static func minute(_ word: Substring) -> Int? {
        let parts = word.split(omittingEmptySubsequences: false) { $0 == ":" || $0 == "h" }
        guard parts.count == 2, let hour = number(parts[0], digits: 1...2) else { return nil }
        let isWholeHour = parts[1].isEmpty && word.last == "h"
        guard let minute = isWholeHour ? 0 : number(parts[1], digits: 2...2) else { return nil }
        guard hour < 24 && minute < 60 || hour == 24 && minute == 0 else { return nil }
        return hour * 60 + minute
    }

    private static func number(_ text: Substring, digits: ClosedRange<Int>) -> Int? {
        guard digits ~= text.utf8.count, text.utf8.allSatisfy({ 48...57 ~= $0 }) else { return nil }
        return Int(text)
    }
}
