import Foundation

/// What somebody searched, in the one form under which the same words are the same: lower case, NFC, single spaces.
public struct SearchTerm: Hashable, Sendable {
    /// 1–60 characters.
    public let text: String

    /// Nil when it is empty, longer than 60 characters, or may be about a person: an `@`, or five digits and more, as
    /// telephone numbers, postcodes and dates of birth have.
    public init?(typed: String) {
        let words = typed.lowercased().precomposedStringWithCanonicalMapping.split { character in
            character.isWhitespace || character.unicodeScalars.allSatisfy { $0.properties.generalCategory == .control }
        }
        let text = words.joined(separator: " ")
        let digits = text.unicodeScalars.count { $0.properties.generalCategory == .decimalNumber }
        guard 1...Self.limit ~= text.count, digits < 5, !text.contains("@"), !text.contains("＠") else { return nil }
        self.text = text
    }

    /// The most characters.
    public static let limit = 60
}
