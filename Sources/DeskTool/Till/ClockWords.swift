import Reception
import Terminal

/// What is told when the machine's clock was set back: entries stay in their order, the time they show is wrong.
enum ClockWords {
    /// Of a ticket just sealed; nil when it comes after the one before, or there is none.
    static func warning(_ entry: TillEntry, at till: any Till) -> String? {
        guard let number = entry.content.ticket?.number, number > 1,
            let before = try? till.ticket(number - 1, training: entry.training)
        else { return nil }
        return warning(entry.at, after: before.at)
    }

    static func warning(_ at: Instant, after before: Instant) -> String? {
        let minutes = (before.milliseconds - at.milliseconds + 59_999) / 60_000
        guard at < before else { return nil }
        let late = minutes < 120 ? "\(minutes) min" : "\(minutes / 60) h"
        return say(
            "L'horloge a reculé : \(late) avant le ticket précédent. C'est enregistré, dans l'ordre ; mettez la machine à l'heure.",
            "The clock was set back: \(late) before the last ticket. It is recorded, in order; set this machine's clock."
        )
    }
}
