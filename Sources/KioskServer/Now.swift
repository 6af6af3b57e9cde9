import Catalogue
import Foundation
import Reception

// The system's clock: the one place of the server and its command that reads it.

extension Instant {
    /// Now.
    public static var now: Instant { Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1_000)) }
}

extension LocalMoment {
    /// Now, on the wall clock of this machine's zone.
    public static var now: LocalMoment {
        LocalMoment(Date(), timeZone: TimeZone.current.identifier)
            ?? LocalMoment(date: .init(daysSince1970: 0), minute: 0)
    }
}

extension OfficeDay {
    /// Today, in this machine's zone.
    public static var today: OfficeDay { LocalMoment.now.date }
}
