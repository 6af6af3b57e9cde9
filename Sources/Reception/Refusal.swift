/// Why something handed in isn't kept: a code for programs, a message for the person, and how to go on.
///
/// Callers match `code`; the wording may change.
public struct Refusal: Error, Hashable, Sendable, CustomStringConvertible {
    /// What is wrong, for programs. Raw values are part of the HTTP interface and never change.
    public enum Code: String, Sendable, CaseIterable {
        // The whole request.
        case notJSON = "not_json"
        case notAnObject = "not_an_object"
        case unknownKey = "unknown_key"
        case sentAtInvalid = "sent_at_invalid"
        case interactionsMissing = "interactions_missing"
        case interactionsEmpty = "interactions_empty"
        case tooManyInteractions = "too_many_interactions"
        // One event of it.
        case fieldMissing = "field_missing"
        case fieldMistyped = "field_mistyped"
        case idInvalid = "id_invalid"
        case atInvalid = "at_invalid"
        case atInFuture = "at_in_future"
        case atTooOld = "at_too_old"
        case sessionInvalid = "session_invalid"
        case seqInvalid = "seq_invalid"
        case screenInvalid = "screen_invalid"
        case kindUnknown = "kind_unknown"
        case placeInvalid = "place_invalid"
        case themeInvalid = "theme_invalid"
        case langInvalid = "lang_invalid"
        case valueInvalid = "value_invalid"
        /// The register's own rules refused it.
        case notRecordable = "not_recordable"
    }

    /// For programs.
    public let code: Code
    /// What is wrong, and where.
    public let message: String
    /// What to do next.
    public let hint: String

    /// A refusal with its three parts.
    public init(_ code: Code, _ message: String, hint: String) {
        self.code = code
        self.message = message
        self.hint = hint
    }

    /// One line for a log or a terminal.
    public var description: String { "\(code.rawValue): \(message) \(hint)" }
}
