import MicroHTTP
import Reception

// What staff are told. The same words for an unknown name as for a wrong password, and for every token that isn't good.

extension Failure {
    static let unauthenticated = Failure(
        status: 401, code: "unauthenticated", message: "You are not logged in, or not any more.",
        hint: "Log in again: “desk login” or /desk.",
        french: ("Vous n’êtes pas connecté, ou vous ne l’êtes plus.", "Connectez-vous : « desk login » ou /desk."),
        headers: [("WWW-Authenticate", "Bearer")])

    static let wrongPassword = Failure(
        status: 401, code: "wrong_password", message: "The name or the password is wrong.",
        hint: "Check both; who looks after the server can give you another password.",
        french: (
            "Le nom ou le mot de passe n’est pas le bon.",
            "Vérifiez les deux ; qui s’occupe du serveur peut vous donner un autre mot de passe."
        ), headers: [("WWW-Authenticate", "Bearer")])

    static let forbidden = Failure(
        status: 403, code: "forbidden", message: "Your role doesn't allow this.",
        hint: "Ask who looks after the server, who can give you another role.",
        french: (
            "Votre rôle ne permet pas cela.", "Demandez à qui s’occupe du serveur, qui peut vous donner un autre rôle."
        ))

    static let foreignPage = Failure(
        status: 403, code: "forbidden", message: "This was asked by a page of another site.",
        hint: "Open this server's own page and try again there.",
        french: (
            "Cela a été demandé par la page d’un autre site.", "Ouvrez la page de ce serveur et recommencez là."
        ))

    static let crowded = Failure(
        status: 503, code: "busy", message: "More is being asked than the server takes at once.",
        hint: "Try again in a moment.",
        french: ("Trop de demandes à la fois.", "Réessayez dans un instant."), headers: [("Retry-After", "1")])

    static func tooManyLogins(seconds: Int) -> Failure {
        Failure(
            status: 429, code: "too_many_logins", message: "Too many passwords were wrong, or are being looked at.",
            hint: "Try again in \(seconds) s.",
            french: (
                "Trop de mots de passe faux, ou trop à la fois.", "Réessayez dans \(seconds) s."
            ), headers: [("Retry-After", String(seconds))])
    }

    static func badQuery(_ name: String, _ example: String) -> Failure {
        Failure(
            status: 400, code: "query_invalid", message: "The query lacks “\(name)”, or it can't be read.",
            hint: "Write it as \(name)=\(example).",
            french: ("« \(name) » manque dans l’adresse, ou ne se lit pas.", "Écrivez \(name)=\(example)."))
    }

    static func badPeriod(_ days: Int) -> Failure {
        Failure(
            status: 400, code: "query_invalid", message: "The period ends before it begins, or is too long.",
            hint: "Ask for at most \(days) days, from the earlier to the later.",
            french: (
                "La période finit avant de commencer, ou elle est trop longue.",
                "Demandez au plus \(days) jours, du premier au dernier."
            ))
    }

    /// A body that can't be read: where, and why.
    init(_ error: DecodingError) {
        func place(_ path: [any CodingKey]) -> String {
            path.map { $0.intValue.map { "[\($0)]" } ?? $0.stringValue }.joined(separator: ".")
        }
        let (code, path): (String, [any CodingKey]) =
            switch error {
            case .keyNotFound(let key, let context): ("field_missing", context.codingPath + [key])
            case .typeMismatch(_, let context), .valueNotFound(_, let context):
                ("field_mistyped", context.codingPath)
            case .dataCorrupted(let context):
                (context.codingPath.isEmpty ? "not_json" : "value_invalid", context.codingPath)
            @unknown default: ("not_json", [])
            }
        let (where_, french) =
            path.isEmpty ? ("The body", "Le corps") : ("“\(place(path))”", "« \(place(path)) »")
        let (what, quoi): (String, String) =
            switch code {
            case "field_missing": ("is missing.", "manque.")
            case "field_mistyped": ("isn't of the right type.", "n’est pas du bon type.")
            case "value_invalid": ("has a value that can't be.", "a une valeur impossible.")
            default: ("isn't valid JSON.", "n’est pas du JSON correct.")
            }
        self.init(
            status: 400, code: code, message: "\(where_) \(what)", hint: "Send it as docs/openapi.yaml describes.",
            french: ("\(french) \(quoi)", "Envoyez-le comme le décrit docs/openapi.yaml."))
        if path.count > 1, path[0].stringValue == "facts" { index = path[1].intValue }
    }
}
