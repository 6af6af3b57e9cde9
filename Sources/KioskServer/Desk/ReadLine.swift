import Reception

/// `LineToRead` in docs/openapi.yaml.
struct LineToRead: Decodable, Sendable {
    let line: String
    /// When it was typed, if it waited for the server since: `@hier` and `@14:30` are said from there. A time to come counts as now.
    let at: Instant?
}

/// A desk line as it was read, `ReadLine` in docs/openapi.yaml.
struct ReadLine: Encodable {
    private struct Token: Encodable {
        let text: String
        let from: Int
        let to: Int
        let field: OrNull<DeskLine.Field>
        let meaning: OrNull<String>
    }

    private struct Problem: Encodable {
        let token: OrNull<Int>
        let code: String
        let message: String
        let hint: String
        let suggestions: [String]
    }

    private struct Completion: Encodable {
        let word: String
        let field: DeskLine.Field
        let meaning: String
    }

    private let tokens: [Token]
    private let contact: Contact
    private let occurredAt: Instant
    private let saysWhen: Bool
    private let words: String
    private let line: OrNull<String>
    private let problems: [Problem]
    private let completions: [Completion]

    init(_ asked: LineToRead, in context: DeskLine.Context, told language: MessageLanguage) {
        let read = DeskLine(reading: asked.line, in: context)
        tokens = read.tokens.map { token in
            Token(
                text: token.text, from: asked.line.utf16Offset(ofByte: token.bytes.lowerBound),
                to: asked.line.utf16Offset(ofByte: token.bytes.upperBound),
                field: OrNull(token.meaning?.field), meaning: OrNull(token.meaning?.text(in: language)))
        }
        contact = read.contact
        occurredAt = read.at
        saysWhen = read.saysWhen
        let said = read.saysWhen ? read.at : nil
        words = DeskLine.words(
            read.contact, at: said, vocabulary: context.vocabulary, clock: context.clock, now: context.now, in: language
        )
        line = OrNull(
            read.problems.isEmpty
                ? DeskLine.line(
                    read.contact, at: said, vocabulary: context.vocabulary, clock: context.clock, now: context.now)
                : nil)
        problems = read.problems.map { problem in
            let wording = problem.refusal.wording(in: language)
            return Problem(
                token: OrNull(problem.token), code: problem.refusal.code.rawValue, message: wording.message,
                hint: wording.hint, suggestions: problem.suggestions)
        }
        completions = DeskLine.completions(of: asked.line, in: context).map {
            Completion(word: $0.word, field: $0.meaning.field, meaning: $0.meaning.text(in: language))
        }
    }
}

extension DeskLine.Token.Meaning {
    fileprivate func text(in language: MessageLanguage) -> String { language == .french ? fr : en }
}

extension String {
    /// How browsers count: a position in UTF-16 for one in UTF-8.
    fileprivate func utf16Offset(ofByte offset: Int) -> Int {
        guard let index = utf8.index(startIndex, offsetBy: offset, limitedBy: endIndex) else { return utf16.count }
        return utf16.distance(from: startIndex, to: index)
    }
}
