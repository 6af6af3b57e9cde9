import Reception
import Terminal

/// Depositors in words.
enum DepositorWords {
    /// `Poterie du Pont, commission 20 %, vendu en son nom, sans TVA`
    static func words(_ depositor: Depositor) -> String {
        let mandate =
            depositor.mandate == .depositor
            ? say("vendu en son nom", "sold in their name")
            : say("vendu au nom de l'office", "sold in the office's name")
        let commission = VATRate(basisPoints: depositor.commission).wording(in: speech)
        let tax = depositor.isTaxed ? say("avec TVA", "with VAT") : say("sans TVA", "without VAT")
        return "\(depositor.name), commission \(commission), \(mandate), \(tax)"
            + (depositor.archived ? say(", archivé", ", archived") : "")
    }

    /// The one of a code. Throws when there is none.
    static func find(_ code: String, at till: any Till) throws -> Depositor {
        let all = try till.depositors()
        if let depositor = all.first(where: { $0.code == code }) { return depositor }
        let known = all.map(\.code).joined(separator: ", ")
        throw Refused.byPerson(
            known.isEmpty
                ? say(
                    "Aucun déposant « \(code) » ; « desk depositor add » en ajoute un.",
                    "No depositor “\(code)”; “desk depositor add” adds one.")
                : say("Aucun déposant « \(code) ». Connus : \(known).", "No depositor “\(code)”. Known: \(known)."))
    }
}
