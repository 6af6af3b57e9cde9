import Reception
import Terminal

extension FactDesk {
    /// Records how many people came to something, at a site by what it is called.
    func keep(
        _ kind: Attendance.Kind, _ people: String, site: String?, paid: Bool = false, at moment: MomentOption
    ) throws {
        let when = try moment.moment(clock: counter.clock, now: now)
        let code = try site.map { try counter.setting.vocabulary.site(named: $0).code }
        let count = try HeadCount(people)
        try keep(
            .attendance(
                Attendance(kind: kind, site: code, adults: count.adults, children: count.children, paid: paid)),
            at: when)
    }
}
