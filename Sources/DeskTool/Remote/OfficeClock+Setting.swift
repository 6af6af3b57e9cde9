import Reception
import Terminal

extension OfficeClock {
    /// The clock of an office that a server told of, as a counter needs it.
    init(of setting: DeskSetting, around now: Instant) throws {
        let year: Int64 = 366 * 86_400_000
        guard
            let clock = OfficeClock(
                timeZone: setting.timeZone, from: now.advanced(byMilliseconds: -2 * year),
                to: now.advanced(byMilliseconds: 2 * year))
        else {
            throw Refused.bySystem(
                say(
                    "Cet ordinateur ne connaît pas le fuseau horaire « \(setting.timeZone) » de l'office. Installez le paquet tzdata.",
                    "This computer doesn't know the office's time zone, “\(setting.timeZone)”. Install the package tzdata."
                ))
        }
        self = clock
    }
}
