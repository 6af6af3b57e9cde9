import ArgumentParser
import Reception
import Terminal

struct StatsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stats",
        abstract: say(
            "Ce que disent les chiffres : une question, ou les contacts et les visiteurs des derniers jours.",
            "What the figures say: a question, or contacts and visitors of the last days."),
        discussion: say(
            """
            Une question dit le chiffre, la période et, si l'on veut, le détail (par=),
            la comparaison (contre=) et des filtres, dans l'ordre qu'on veut :
              desk stats visiteurs 2026-07 par=origine
              desk stats chiffre-d-affaires-ttc année par=mois contre=dates
              desk stats visiteurs 2026-wings contre=vacances-c profil=family
              desk stats visiteurs mois par=weekday-hour
              desk stats --measures             tous les chiffres
            """,
            """
            A question says the figure, the period and, if you like, the breakdown
            (by=), the comparison (vs=) and filters, in any order:
              desk stats visitors 2026-07 by=origin
              desk stats turnover year by=month vs=dates
              desk stats visitors 2026-wings vs=holidays-c profile=family
              desk stats visitors month by=weekday-hour
              desk stats --measures             all figures
            """))

    @Argument(
        help: .init(
            say(
                "La question ; sans elle, un aperçu. Avec « - », des questions sur l'entrée standard, une par ligne.",
                "The question; an overview without it. With “-”, questions on standard input, one a line."),
            valueName: say("question", "question")),
        completion: .custom(QuestionCompletion.words))
    var question: [String] = []

    @OptionGroup var range: DayRange

    @Flag(help: .init(say("Aperçu d'aujourd'hui.", "Overview of today.")))
    var day = false

    @Flag(
        help: .init(
            say(
                "Aperçu de la semaine, depuis lundi ; c'est ce qui est montré sans option.",
                "Overview of the week, since Monday; shown without an option.")))
    var week = false

    @Flag(help: .init(say("Aperçu du mois, depuis le 1er.", "Overview of the month, since the 1st.")))
    var month = false

    @OptionGroup var form: AnswerForm

    @OptionGroup var options: DeskOptions

    func validate() throws {
        let periods = [day, week, month, range.from != nil || range.to != nil].count { $0 }
        if periods > 1 {
            throw ValidationError(
                say(
                    "Une seule période : --day, --week, --month, ou --from et --to.",
                    "One period only: --day, --week, --month, or --from and --to."))
        }
        if periods > 0, !question.isEmpty {
            throw ValidationError(
                say(
                    "La période d'une question s'y écrit : 2026-07, mois, 2026-07-01..2026-07-14.",
                    "A question's period is written in it: 2026-07, month, 2026-07-01..2026-07-14."))
        }
        try form.validate(question)
    }

    func run() throws {
        let now = Instant.now
        if form.measures { return try MeasureList().show(json: form.json) }
        if question.isEmpty { return try overview(now) }
        try options.place().withFigures(now: now) { figures in
            if question == ["-"] { return try QuestionLines(figures: figures, isPublished: form.publish).answer() }
            let asked = try figures.question(question.joined(separator: " "))
            if form.explain {
                return print(try ExplanationSheet(question: asked, figures: figures).lines.joined(separator: "\n"))
            }
            try form.show(try figures.answer(asked), names: try figures.names(for: asked))
        }
    }

    private func overview(_ now: Instant) throws {
        try options.withCounter(now: now) { counter in
            let today = counter.clock.dayAndHour(at: now).day
            let days = try range.days(today: today, usual: beginning(today))
            let statistics = try counter.statistics(from: days.lowerBound, to: days.upperBound)
            if form.json { return try printJSON(statistics) }
            if form.csv { return print(StatsCSV.text(statistics), terminator: "") }
            let words = FactWords(counter, now: now)
            let sheet = StatsSheet(words: words, bars: Bars(console: .ofStandardOutput()))
            print(sheet.lines(statistics, title: words.moments.period(days)).joined(separator: "\n"))
        }
    }

    private func beginning(_ today: OfficeDay) -> OfficeDay {
        if day { return today }
        return month ? today.adding(days: 1 - today.parts.day) : today.adding(days: 1 - today.weekday)
    }
}
