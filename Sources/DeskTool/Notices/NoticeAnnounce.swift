import ArgumentParser
import Reception
import Terminal

struct NoticeAnnounce: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "announce",
        abstract: say("Annonce un avis sur les écrans.", "Announces a notice on the screens."))

    @Argument(
        help: .init(
            say(
                "Le texte, une langue après l'autre, dans l'ordre des langues de l'office.",
                "The text, one language after the other, in the order of the office's languages."), valueName: "text"))
    var texts: [String]

    @Option(
        name: [.customLong("languages"), .customLong("langues")],
        help: .init(say("Les langues des textes, par exemple fr,en.", "The texts' languages, such as fr,en.")))
    var languages: String?

    @Option(
        help: .init(
            say(
                "Jusqu'à quand : 18:00, demain, \"demain 12:00\", 2026-11-24T18:00.",
                "Until when: 18:00, tomorrow, \"tomorrow 12:00\", 2026-11-24T18:00."), valueName: "moment"))
    var until: String

    @Option(
        help: .init(
            say("À partir de quand ; maintenant sinon.", "From when; now otherwise."), valueName: "moment"))
    var from: String?

    @Option(help: .init(say("La gravité.", "How grave it is.")))
    var level = Notice.Level.info

    @Option(help: .init(say("De quoi il s'agit.", "What it is about.")))
    var hazard: Notice.Hazard?

    @Option(
        name: .customLong("place"), parsing: .singleValue,
        help: .init(
            say(
                "Le lieu concerné, par son nom de dossier ; à répéter. Aucun : partout.",
                "The place concerned, by its folder's name; repeatable. None: everywhere."), valueName: "slug"))
    var places: [String] = []

    @OptionGroup var options: DeskOptions

    func run() throws {
        let now = Instant.now
        try options.withCounter(now: now) { counter in
            let notice = try notice(at: now, known: counter.setting.languages, clock: counter.clock)
            try counter.announce(notice)
            let others = try counter.noticesToCome()
            print(NoticeSheet(clock: counter.clock, now: now).announced(notice, among: others))
        }
    }

    private func notice(at now: Instant, known: [Language], clock: OfficeClock) throws -> Notice {
        let today = clock.dayAndHour(at: now).day
        return try Notice(
            id: FactID(bornAt: now), level: level, hazard: hazard, texts: try textsByLanguage(known), places: places,
            startsAt: try from.map { try moment($0, "--from", today).start(by: clock) },
            endsAt: try moment(until, "--until", today).end(by: clock), at: now)
    }

    /// Each text with its language: those named, else the office's in their order.
    private func textsByLanguage(_ known: [Language]) throws -> [Language: String] {
        let named = try languages.map { try $0.split(separator: ",").map { try language(String($0), among: known) } }
        let order = named ?? known
        guard texts.count <= order.count, named == nil || texts.count == order.count else {
            throw Refused.byPerson(
                say(
                    "\(texts.count) textes pour \(order.count) langues (\(list(order))). Donnez un texte par langue, ou nommez-les avec --langues.",
                    "\(texts.count) texts for \(order.count) languages (\(list(order))). Give one text a language, or name them with --languages."
                ))
        }
        guard Set(order).count == order.count else {
            throw Refused.byPerson(
                say("--langues nomme deux fois la même langue.", "--languages names a language twice."))
        }
        return Dictionary(uniqueKeysWithValues: zip(order, texts))
    }

    private func language(_ code: String, among known: [Language]) throws -> Language {
        if let language = Language(rawValue: code.lowercased()), known.contains(language) { return language }
        throw Refused.byPerson(
            say(
                "« \(code) » n'est pas une langue de l'office : \(list(known)).",
                "“\(code)” isn't one of the office's languages: \(list(known))."))
    }

    private func list(_ languages: [Language]) -> String { languages.map(\.rawValue).joined(separator: ", ") }

    private func moment(_ text: String, _ option: String, _ today: OfficeDay) throws -> SpokenTime {
        if let moment = SpokenTime(text, today: today) { return moment }
        throw ValidationError(
            say(
                "\(option) : « \(text) » n'est pas un moment. Écrivez 18:00, demain, \"demain 12:00\" ou 2026-11-24T18:00.",
                "\(option): “\(text)” isn't a moment. Write 18:00, tomorrow, \"tomorrow 12:00\" or 2026-11-24T18:00."))
    }
}

extension Notice.Level: ExpressibleByArgument {}
extension Notice.Hazard: ExpressibleByArgument {}
