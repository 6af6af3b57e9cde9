/// What is said of moments that can't be taken.
extension LineRefusal {
    static func momentWithoutSign(_ piece: LinePiece) -> LineRefusal {
        LineRefusal(
            refusal: Refusal(
                .tokenUnknown,
                fr: ("\(piece.quoted) : est-ce l'heure de la visite ?", "Écrivez @\(piece.folded), avec le signe @."),
                en: ("\(piece.quotedInEnglish): is it when they came?", "Type @\(piece.folded), with the @ sign.")),
            suggestions: ["@" + piece.folded])
    }

    static func momentUnknown(_ piece: LinePiece, now day: OfficeDay) -> LineRefusal {
        LineRefusal(
            refusal: Refusal(
                .whenInvalid,
                fr: (
                    "\(piece.quoted) n'est pas un moment.",
                    "Écrivez @14:30, @hier, @hier-14:30, @\(day) ou @\(day)T10:05."
                ),
                en: (
                    "\(piece.quotedInEnglish) isn't a time.",
                    "Type @14:30, @yesterday, @yesterday-14:30, @\(day) or @\(day)T10:05."
                )),
            suggestions: ["@14:30", "@hier", "@hier-14:30", "@\(day)"])
    }

    static func momentInFuture(_ piece: LinePiece, isToday: Bool) -> LineRefusal {
        let time = piece.folded.dropFirst()
        let isTime = isToday && time.utf8.first.map { 48...57 ~= $0 } == true && OfficeDay(time.prefix(10)) == nil
        let yesterday = "@hier-\(time)"
        return LineRefusal(
            refusal: Refusal(
                .atInFuture,
                fr: (
                    "\(piece.quoted) est à venir.",
                    isTime
                        ? "Était-ce hier ? Écrivez \(yesterday)."
                        : "Une visite s'écrit quand elle a eu lieu : vérifiez le jour et l'heure."
                ),
                en: (
                    "\(piece.quotedInEnglish) is still to come.",
                    isTime
                        ? "Was it yesterday? Type @yesterday-\(time)."
                        : "A visit is written once it has happened: check the day and the time."
                )),
            suggestions: isTime ? [yesterday] : [])
    }

    static func momentTooOld(_ piece: LinePiece) -> LineRefusal {
        LineRefusal(
            refusal: Refusal(
                .atTooOld,
                fr: ("\(piece.quoted) remonte à plus de \(DeskFact.daysLimit) jours.", "Vérifiez l'année."),
                en: ("\(piece.quotedInEnglish) is more than \(DeskFact.daysLimit) days ago.", "Check the year.")))
    }

    static func momentSkipped(_ piece: LinePiece, _ day: OfficeDay) -> LineRefusal {
        LineRefusal(
            refusal: Refusal(
                .whenSkipped,
                fr: (
                    "\(piece.quoted) n'a pas existé : les horloges ont avancé d'une heure cette nuit-là.",
                    "Écrivez une heure d'avant ou d'après, ou le jour seul : @\(day)."
                ),
                en: (
                    "\(piece.quotedInEnglish) didn't exist: the clocks went forward that night.",
                    "Type a time before or after, or only the day: @\(day)."
                )),
            suggestions: ["@\(day)"])
    }
}
