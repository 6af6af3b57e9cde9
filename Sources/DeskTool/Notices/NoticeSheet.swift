import Reception
import Terminal

/// Notices in words, for whoever is at the desk.
struct NoticeSheet {
    let clock: OfficeClock
    let now: Instant

    /// What was done, and how to end it.
    func announced(_ notice: Notice, among notices: [Notice]) -> String {
        [
            say("Annoncé : ", "Announced: ") + words(notice) + ".",
            texts(notice),
            say("Pour l'arrêter : ", "To end it: ") + "desk notice end \(ShortIDs(notices.map(\.id))[notice.id])",
        ].joined(separator: "\n")
    }

    /// What was ended.
    func ended(_ notice: Notice) -> String {
        say("Arrêté : les écrans ne le montrent plus.", "Ended: the screens no longer show it.") + "\n" + texts(notice)
    }

    /// `019f8a2c-1b3d  alerte, crue, jusqu'à aujourd'hui 18 h 00`, and its texts below.
    func line(_ notice: Notice, among notices: [Notice]) -> String {
        "\(ShortIDs(notices.map(\.id))[notice.id])  \(words(notice))\n\(texts(notice))"
    }

    private func texts(_ notice: Notice) -> String {
        notice.texts.sorted { $0.key < $1.key }.map { "  \($0.key)  \($0.value)" }.joined(separator: "\n")
    }

    private func words(_ notice: Notice) -> String {
        var words = [level(notice.level)]
        if let hazard = notice.hazard { words.append(self.hazard(hazard)) }
        if notice.startsAt > now { words.append(say("à partir de ", "from ") + moment(notice.startsAt)) }
        words.append(say("jusqu'à ", "until ") + end(notice.endsAt))
        words.append(
            notice.places.isEmpty
                ? say("partout", "everywhere") : say("pour ", "for ") + notice.places.joined(separator: ", "))
        return words.joined(separator: ", ")
    }

    private func level(_ level: Notice.Level) -> String {
        switch level {
        case .info: say("information", "information")
        case .warning: say("mise en garde", "warning")
        case .alert: say("alerte", "alert")
        }
    }

    private func hazard(_ hazard: Notice.Hazard) -> String {
        switch hazard {
        case .flood: say("crue", "flood")
        case .fire: say("feu", "fire")
        case .heat: say("canicule", "heat")
        case .storm: say("orage", "storm")
        case .closure: say("fermeture", "closure")
        }
    }

    /// Midnight ends a day rather than begins one: `demain 24 h 00`.
    private func end(_ instant: Instant) -> String {
        let (day, minute) = clock.dayAndMinute(at: instant)
        return minute == 0 ? "\(moments.day(day.adding(days: -1))) \(moments.time(1_440))" : moment(instant)
    }

    private func moment(_ instant: Instant) -> String { moments.moment(instant) }

    private var moments: MomentWords { MomentWords(clock: clock, now: now) }
}
