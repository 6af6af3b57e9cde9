import Reception

extension Register {
    /// A screen was on from one moment to another, of at most an hour: each minute between them counts once, whatever else was done in it.
    ///
    /// Returns at once. Nobody waits for it to be on disk: what a full disk or the end of the server costs is minutes of a sum.
    public func recordSign(of screen: String, from start: Instant, to end: Instant) {
        let minutes = stride(from: start.milliseconds / 60_000, through: end.milliseconds / 60_000, by: 1).prefix(61)
        var counts = ScreenCounts()
        for minute in minutes {
            counts.sign(of: screen, office: office, at: Instant(milliseconds: minute * 60_000), clock: clock)
        }
        writer.later { [counts] database in
            var counts = counts
            try counts.finish(in: database)
        }
    }
}
