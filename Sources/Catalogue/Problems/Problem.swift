import Reception

/// Something in `content/` that is wrong: where, what, and how to mend it.
public struct Problem: Hashable, Sendable {
    /// How bad it is.
    public enum Severity: String, Sendable {
        /// The content can't be served as it is; the last good one stays.
        case error
        /// It is served; somebody should look at it.
        case warning
    }

    /// Relative to the content folder, with slashes.
    public let file: String
    /// From 1; nil when it is about the whole file.
    public let line: Int?
    /// How bad it is.
    public let severity: Severity
    /// What is wrong, in both languages.
    public let finding: Finding

    /// - Parameter line: nil when it is about the whole file.
    public init(file: String, line: Int?, severity: Severity, finding: Finding) {
        self.file = file
        self.line = line
        self.severity = severity
        self.finding = finding
    }

    /// The same in every language and version: `unknown-key`.
    public var code: String { finding.code }

    /// What is wrong.
    public func message(in language: MessageLanguage) -> String {
        language == .french ? finding.french.what : finding.english.what
    }

    /// How to mend it.
    public func hint(in language: MessageLanguage) -> String {
        language == .french ? finding.french.mend : finding.english.mend
    }

    /// `file:line: what is wrong. how to mend it.`
    public func text(in language: MessageLanguage) -> String {
        let place = line.map { "\(file):\($0)" } ?? file
        return "\(place): \(message(in: language)) \(hint(in: language))"
    }
}

/// One sort of thing that can be wrong, told in French and in English.
public struct Finding: Hashable, Sendable {
    /// Two sentences.
    public struct Wording: Hashable, Sendable {
        let what: String
        let mend: String
    }

    let code: String
    let french: Wording
    let english: Wording

    /// - Parameters:
    ///   - fr: what is wrong and how to mend it, a sentence each.
    ///   - en: the same.
    public init(_ code: String, fr: (String, String), en: (String, String)) {
        self.code = code
        self.french = Wording(what: fr.0, mend: fr.1)
        self.english = Wording(what: en.0, mend: en.1)
    }
}

/// The problems of one file as they are found; kept by one reader in one task.
final class FileReport {
    let file: String
    private(set) var problems: [Problem] = []

    init(file: String) {
        self.file = file
    }

    func error(_ finding: Finding, line: Int? = nil) {
        problems.append(Problem(file: file, line: line, severity: .error, finding: finding))
    }

    func warning(_ finding: Finding, line: Int? = nil) {
        problems.append(Problem(file: file, line: line, severity: .warning, finding: finding))
    }
}

/// By file, then by line.
func inReadingOrder(_ problems: [Problem]) -> [Problem] {
    problems.sorted {
        ($0.file, $0.line ?? 0, $0.code, $0.finding.english.what) < (
            $1.file, $1.line ?? 0, $1.code, $1.finding.english.what
        )
    }
}
