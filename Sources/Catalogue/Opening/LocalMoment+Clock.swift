import Foundation
import Reception

extension LocalMoment {
    /// What the office's wall clock shows at an instant. Whoever has a clock calls it; nothing here looks at one.
    /// - Parameter timeZone: IANA name; nil is returned for a name nobody knows.
    public init?(_ instant: Date, timeZone: String) {
        guard let zone = TimeZone(identifier: timeZone) else { return nil }
        let seconds = Int(instant.timeIntervalSince1970.rounded(.down)) + zone.secondsFromGMT(for: instant)
        let minutes = seconds >= 0 ? seconds / 60 : (seconds - 59) / 60
        self.init(date: OfficeDay(daysSince1970: 0), minute: minutes)
    }
}
