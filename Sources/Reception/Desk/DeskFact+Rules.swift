extension DeskFact {
    /// How far a desk's clock may be ahead of the register's, in milliseconds.
    public static let futureLimit: Int64 = 2 * 60_000
    /// How old a fact may be when it is first recorded, in days; a correction may be of an older one.
    public static let daysLimit: Int64 = 400
    /// The most characters of an annotation, and of the reason why a fact is voided.
    public static let textLimit = 300

    /// This fact, when it is one that can be recorded: the one place where a fact's own rules are.
    ///
    /// - `recordedAt`: when it is written down, by the clock of whoever writes.
    ///
    /// Throws a `Refusal`: `desk_invalid`, `counsellor_invalid`, `at_in_future`, `at_too_old`, `void_invalid`, what
    /// `Contact.checked()` throws, `sample_invalid`, `people_invalid`, `site_invalid`, `opening_invalid`, `annotation_invalid`.
    @discardableResult
    public func checked(recordedAt: Instant) throws(Refusal) -> DeskFact {
        guard Names.isCode(desk) else { throw .noCode(.deskInvalid, desk) }
        if let counsellor, !Names.isCode(counsellor) { throw .noCode(.counsellorInvalid, counsellor) }
        guard at <= recordedAt.advanced(byMilliseconds: Self.futureLimit) else { throw .inFuture }
        guard revises != nil || !isTooOld(at: recordedAt) else { throw .tooOld }
        if let voided {
            guard revises != nil else { throw .voidsNothing }
            try Self.check(voided, .voidInvalid)
        }
        try content.check()
        return self
    }

    /// Whether it happened too long before `recordedAt` to be recorded for the first time.
    public func isTooOld(at recordedAt: Instant) -> Bool {
        at < recordedAt.advanced(byMilliseconds: -Self.daysLimit * Instant.millisecondsPerDay)
    }

    fileprivate static func check(_ text: String, _ code: Refusal.Code) throws(Refusal) {
        guard 1...textLimit ~= text.count,
            text.unicodeScalars.first?.properties.isWhitespace == false,
            text.unicodeScalars.last?.properties.isWhitespace == false,
            !text.unicodeScalars.contains(where: { $0.properties.isNewlineOrControl })
        else { throw .noLine(code) }
    }
}

extension DeskFact.Content {
    fileprivate func check() throws(Refusal) {
        switch self {
        case .visit(let visit):
            try visit.contact.checked()
            guard visit.sampleOf == nil || visit.contact.channel == .counter else { throw .sampleElsewhere }
        case .tally(let tally):
            guard 1...Tally.peopleLimit ~= tally.people else { throw .people(1...Tally.peopleLimit) }
        case .door(let count):
            guard 0...DoorCount.peopleLimit ~= count.people else { throw .people(0...DoorCount.peopleLimit) }
        case .attendance(let attendance):
            for people in [attendance.adults, attendance.children] where !(0...Attendance.peopleLimit ~= people) {
                throw .people(0...Attendance.peopleLimit)
            }
            guard attendance.site.map(Names.isSlug) ?? (attendance.kind != .admission) else { throw .noSite }
        case .opening(let hours):
            var end = -1
            for period in hours.periods {
                guard period.from > end, period.from < period.to, period.to <= 1_440 else { throw .noOpening }
                end = period.to
            }
        case .annotation(let annotation):
            try DeskFact.check(annotation.text, .annotationInvalid)
        }
    }
}

extension Tally {
    /// The most people of one tally: more is a slip of the fingers.
    public static let peopleLimit = 1_000
}

extension DoorCount {
    /// The most people in an hour.
    public static let peopleLimit = 10_000
}

extension Attendance {
    /// The most adults, and the most children, of one count.
    public static let peopleLimit = 10_000
}

extension Unicode.Scalar.Properties {
    fileprivate var isNewlineOrControl: Bool {
        [.control, .lineSeparator, .paragraphSeparator].contains(generalCategory)
    }
}

extension Refusal {
    /// The moment is later than now. Also said of corrections, by the register.
    static var inFuture: Refusal {
        Refusal(
            .atInFuture, fr: ("Ce moment n'est pas encore venu.", "Vérifiez le jour et l'heure."),
            en: ("That moment hasn't come yet.", "Check the day and the time."))
    }

    /// The moment is too long ago.
    public static var tooOld: Refusal {
        Refusal(
            .atTooOld,
            fr: ("Ce moment date de plus de \(DeskFact.daysLimit) jours.", "Vérifiez l'année."),
            en: ("That moment was more than \(DeskFact.daysLimit) days ago.", "Check the year."))
    }

    fileprivate static func noCode(_ code: Code, _ text: String) -> Refusal {
        let (fr, en) =
            code == .deskInvalid ? ("un nom de comptoir", "a desk") : ("un code de conseiller", "a counsellor")
        return Refusal(
            code,
            fr: (
                "\(text.quotedForMessage) ne peut pas nommer \(fr).",
                "De 1 à 64 lettres sans accent, chiffres, points ou tirets."
            ),
            en: (
                "\(text.quotedForMessage) can't name \(en).",
                "1 to 64 letters without accents, digits, dots or hyphens."
            ))
    }

    fileprivate static func noLine(_ code: Code) -> Refusal {
        let (fr, en) = code == .voidInvalid ? ("La raison", "The reason") : ("Le texte", "The text")
        return Refusal(
            code,
            fr: (
                "\(fr) est vide, trop long ou sur plusieurs lignes.",
                "Une ligne de 1 à \(DeskFact.textLimit) signes, sans blanc au bord."
            ),
            en: (
                "\(en) is empty, too long or on several lines.",
                "One line of 1 to \(DeskFact.textLimit) characters, without white space around it."
            ))
    }

    fileprivate static var voidsNothing: Refusal {
        Refusal(
            .voidInvalid, fr: ("Une annulation doit dire ce qu'elle annule.", "Donnez le numéro du fait."),
            en: ("What is voided must be named.", "Give the fact's id."))
    }

    fileprivate static var sampleElsewhere: Refusal {
        Refusal(
            .sampleInvalid,
            fr: (
                "Seule une visite au comptoir peut détailler un comptage.",
                "Enlevez le canal, ou notez la visite à part."
            ),
            en: ("Only a visit at the counter can be a sample of a tally.", "Leave out the channel, or log it apart."))
    }

    fileprivate static func people(_ range: ClosedRange<Int>) -> Refusal {
        Refusal(
            .peopleInvalid,
            fr: ("Un nombre de personnes va ici de \(range.lowerBound) à \(range.upperBound).", "Corrigez le nombre."),
            en: ("A number of people is here \(range.lowerBound) to \(range.upperBound).", "Correct the number."))
    }

    fileprivate static var noSite: Refusal {
        Refusal(
            .siteInvalid,
            fr: (
                "Le site n'est pas nommé par son code.",
                "Écrivez-le comme dans office.yaml, par exemple chapelle-castrale."
            ),
            en: ("The site isn't named by its code.", "Write it as in office.yaml, for instance chapelle-castrale."))
    }

    fileprivate static var noOpening: Refusal {
        Refusal(
            .openingInvalid,
            fr: (
                "Ces horaires se chevauchent, se touchent ou finissent avant de commencer.",
                "Donnez-les dans l'ordre, par exemple 9:00-12:30 puis 14:00-18:00."
            ),
            en: (
                "These hours overlap, touch, or end before they begin.",
                "Give them in order, for instance 9:00-12:30, then 14:00-18:00."
            ))
    }
}
