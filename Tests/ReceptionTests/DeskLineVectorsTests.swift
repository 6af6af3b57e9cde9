import Foundation
import Reception
import Testing

/// `Tests/Vectors/desk-lines.txt`, which is for people and for other readers of the line too.
@Suite struct DeskLineVectorsTests {
    struct Vector: CustomTestStringConvertible {
        let line: String
        /// What it says; nil when it is refused.
        let words: String?
        /// The token it is refused for.
        let token: String
        let suggestions: [String]

        var testDescription: String { line }

        static let all: [Vector] = {
            guard let data = try? DeskOffice.vector("desk-lines.txt") else { return [] }
            let lines = String(decoding: data, as: UTF8.self).split(separator: "\n").filter { !$0.hasPrefix("#") }
            return lines.map { text in
                if let sign = text.range(of: " => ") {
                    return Vector(
                        line: String(text[..<sign.lowerBound]), words: String(text[sign.upperBound...]), token: "",
                        suggestions: [])
                }
                let sign = text.range(of: " !! ") ?? text.startIndex..<text.startIndex
                let refused = text[sign.upperBound...].split(
                    separator: " >", maxSplits: 1, omittingEmptySubsequences: false)
                let suggestions =
                    refused.last?.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) } ?? []
                return Vector(
                    line: String(text[..<sign.lowerBound]), words: nil, token: String(refused[0]),
                    suggestions: suggestions.filter { !$0.isEmpty })
            }
        }()
    }

    @Test func `there are lines to try`() {
        #expect(Vector.all.count >= 80)
        #expect(Vector.all.count { $0.words != nil } >= 30 && Vector.all.count { $0.words == nil } >= 40)
    }

    @Test(arguments: Vector.all)
    func `a line of the table is read right or refused with what was meant`(vector: Vector) throws {
        let line = DeskOffice.read(vector.line)
        guard let words = vector.words else {
            let problem = try #require(line.problems.first, "\(line.contact)")
            #expect(line.problems.count == 1 && problem.token.map { line.tokens[$0].text } == vector.token)
            #expect(problem.suggestions == vector.suggestions)
            return
        }
        #expect(line.problems.isEmpty, "\(line.problems.map(\.refusal))")
        #expect(DeskOffice.words(vector.line) == words)
    }
}
