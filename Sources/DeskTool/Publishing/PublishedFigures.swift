import Reception
import Register
import Terminal

/// What is published is made of: the register on this machine, as far as its facts go. It knows no today, so that the same facts make the same bytes.
struct PublishedFigures {
    let register: Register
    /// The first and the last day of which anything was counted.
    let days: ClosedRange<OfficeDay>
    let names: FacetNames
    /// What the office is called.
    let officeName: String
    let currency: String

    func answer(_ question: Question) throws -> Answer { try register.answer(question, today: days.upperBound) }

    /// Opens the register of a place, gives its figures to `body` and lets go of it.
    static func using(_ place: CounterPlace, now: Instant, _ body: (PublishedFigures) throws -> Void) throws {
        guard case .folder(let folder) = place else {
            throw Refused.byPerson(
                say(
                    "Ceci se fait sur la machine du serveur : ajoutez --data DOSSIER.",
                    "This is done on the server's machine: add --data FOLDER."))
        }
        do {
            let register = try Register.beside(folder, now: now)
            defer { register.shutdown() }
            DemonstrationLine.tell(ifOfOffice: register.office)
            guard let days = try register.daysRecorded() else {
                throw Refused.byPerson(
                    say(
                        "Rien n'est encore compté dans « \(folder) » : il n'y a rien à en dire.",
                        "Nothing is counted yet in “\(folder)”: there is nothing to tell."))
            }
            let statistics = try register.statisticsSetting()
            let till = try? register.tillSetting()
            try body(
                PublishedFigures(
                    register: register, days: days,
                    names: FacetNames(
                        vocabulary: try register.setting()?.vocabulary ?? Vocabulary(), origins: statistics.origins,
                        seasons: statistics.seasons),
                    officeName: till?.seller.name ?? register.office, currency: till?.currency ?? "EUR"))
        } catch let error as RegisterError {
            throw Refused(error)
        }
    }
}
