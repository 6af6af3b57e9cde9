import Foundation
import Reception

extension Instant {
    /// Now: the one place of the desk's commands that reads the system's clock.
    static var now: Instant { Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1_000)) }
}
