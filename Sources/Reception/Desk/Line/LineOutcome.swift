/// What became of reading one token.
enum LineOutcome: Sendable {
    case says(LineValue)
    case refused(LineRefusal)
}

/// Why a token can't be taken, and what could stand there instead, best first.
struct LineRefusal: Error, Hashable, Sendable {
    var refusal: Refusal
    var suggestions: [String] = []
}
