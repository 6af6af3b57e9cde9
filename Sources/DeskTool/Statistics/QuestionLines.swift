import Foundation
import Reception
import Terminal

/// Questions on standard input, one a line; their answers on standard output, one a line: what a program asks a hundred of.
struct QuestionLines {
    let figures: any FigureSource
    let isPublished: Bool

    func answer() throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        while let line = readLine() {
            if line.allSatisfy(\.isWhitespace) { continue }
            print(String(decoding: try answer(line, encoder), as: UTF8.self))
        }
    }

    /// What can't be asked is answered with why.
    private func answer(_ line: String, _ encoder: JSONEncoder) throws -> Data {
        do {
            let question = try figures.question(line)
            let answer = try figures.answer(question)
            return try encoder.encode(
                AnswerDocument(
                    isPublished ? answer.published() : answer, names: try figures.names(for: question), in: speech))
        } catch let refusal as Refusal {
            let wording = refusal.wording(in: speech)
            return try encoder.encode(
                Refusing(question: line, refused: refusal.code.rawValue, message: wording.message, hint: wording.hint))
        }
    }

    private struct Refusing: Encodable {
        let question: String
        let refused: String
        let message: String
        let hint: String
    }
}
