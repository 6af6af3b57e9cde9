import Reception
import Terminal

extension Delivery {
    /// What was done with facts that waited, for whoever types the next command.
    var lines: [String] {
        let through = delivered + known
        var lines: [String] = []
        if through == 1 {
            lines.append(say("1 saisie gardée ici a été envoyée.", "1 entry kept here has been sent."))
        } else if through > 1 {
            lines.append(
                say("\(through) saisies gardées ici ont été envoyées.", "\(through) entries kept here have been sent."))
        }
        for (file, _, refusal) in refused {
            let wording = refusal.wording(in: speech)
            lines.append(
                say(
                    "Une saisie gardée ici a été refusée par le serveur : \(wording.message) \(wording.hint) Elle est mise de côté dans \(file).",
                    "An entry kept here was refused by the server: \(wording.message) \(wording.hint) It is set aside in \(file)."
                ))
        }
        return lines
    }
}

extension WaitingFacts {
    /// What waits, for whoever asked for something that only the server can tell.
    func lines(_ words: FactWords) -> [String] {
        let counting = facts.filter(\.counts)
        guard !counting.isEmpty else { return [] }
        return [say("Gardé ici, pas encore envoyé :", "Kept here, not sent yet:")]
            + ListSheet(words: words).lines(counting)
    }
}
