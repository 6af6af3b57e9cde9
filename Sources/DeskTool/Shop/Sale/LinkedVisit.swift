import Reception
import Terminal

/// The visit that a sale came from.
struct LinkedVisit {
    /// Its first fact: what is corrected of it later is of the same visit.
    let origin: FactID
    /// `aujourd'hui 14 h 30, Hérault · 2 adultes`
    let words: String

    /// By `last` (the last that counts of this desk's) or the beginning of its id. Throws when it is none that counts.
    init(of typed: String, options: any DeskChoice) throws {
        let now = Instant.now
        self = try options.withCounter(now: now) { counter in
            let isLast = ["last", "derniere", "dernière"].contains(typed)
            let kept =
                isLast
                ? try counter.lastFacts(50, desk: options.deskCode).first(where: \.isVisit)
                : try counter.history(of: typed).last
            guard let kept, kept.isVisit, kept.fact.voided == nil else {
                throw Refused.byPerson(
                    isLast
                        ? say(
                            "Le comptoir « \(options.deskCode) » n'a noté aucune visite. Rien n'a été enregistré.",
                            "The desk “\(options.deskCode)” recorded no visit. Nothing was recorded.")
                        : say(
                            "« \(typed) » n'est pas une visite qui compte ; « desk list » les montre. Rien n'a été enregistré.",
                            "“\(typed)” isn't a visit that counts; “desk list” shows them. Nothing was recorded."))
            }
            let words = FactWords(counter, now: now)
            return LinkedVisit(
                origin: kept.origin, words: "\(words.moments.moment(kept.fact.at)), \(words.words(kept.fact))")
        }
    }

    private init(origin: FactID, words: String) { (self.origin, self.words) = (origin, words) }

    /// Which one it is: the one that was meant may have been taken back since.
    var line: String { say("Liée à la visite : \(words)", "Linked to the visit: \(words)") }
}
