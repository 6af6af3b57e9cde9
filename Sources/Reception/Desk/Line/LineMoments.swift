/// Moments as a desk says and types them, seen from now.
struct LineMoments {
    let clock: OfficeClock
    let now: Instant

    /// `14 h 30`, `hier 14 h 30`, `14 juillet 10 h 05`.
    func words(_ at: Instant, in language: MessageLanguage) -> String {
        let (day, minute) = clock.dayAndMinute(at: at)
        let time = language == .french ? french(minute) : "\(minute / 60):\(twoDigits(minute % 60))"
        let today = clock.dayAndHour(at: now).day
        if day == today { return time }
        if day == today.adding(days: -1) { return "\(language == .french ? "hier" : "yesterday") \(time)" }
        let words = DayWords(language)
        let date = day.parts.year == today.parts.year ? words.dayAndMonth(day) : words.date(day)
        return "\(date) \(time)"
    }

    /// `@14:30` today, `@2026-07-14T10:05` on another day, `@2026-07-14` at noon: what a day without a time is read as.
    func typed(_ at: Instant) -> String {
        let (day, minute) = clock.dayAndMinute(at: at)
        let time = "\(twoDigits(minute / 60)):\(twoDigits(minute % 60))"
        if day == clock.dayAndHour(at: now).day { return "@\(time)" }
        return minute == MomentToken.noon ? "@\(day)" : "@\(day)T\(time)"
    }

    private func french(_ minute: Int) -> String {
        minute % 60 == 0 ? "\(minute / 60) h" : "\(minute / 60) h \(twoDigits(minute % 60))"
    }

    private func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
