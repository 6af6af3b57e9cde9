/// What a check of the content found.
public struct CheckReport: Sendable {
    /// By file, then by line.
    public let problems: [Problem]
    /// Folders of places, by kind.
    public let counts: [PlaceKind: Int]
    /// How many of the texts exist in each language.
    public let coverage: LanguageCoverage

    /// Can the content be served? Warnings don't keep it from the screens.
    public var isServable: Bool { errorCount == 0 }
    /// Those that keep the content from the screens.
    public var errorCount: Int { problems.count { $0.severity == .error } }
    /// Those that don't.
    public var warningCount: Int { problems.count - errorCount }
    /// All kinds together.
    public var placeCount: Int { counts.values.reduce(0, +) }

    init(problems: [Problem], counts: [PlaceKind: Int], coverage: LanguageCoverage) {
        self.problems = problems
        self.counts = counts
        self.coverage = coverage
    }

    /// The same, with what was found in parts of the folder that the catalogue doesn't read.
    public func adding(_ others: [Problem]) -> CheckReport {
        CheckReport(problems: inReadingOrder(problems + others), counts: counts, coverage: coverage)
    }

    init(missingFolder path: String) {
        self.init(
            problems: [Problem(file: path, line: nil, severity: .error, finding: .missingFolder)], counts: [:],
            coverage: LanguageCoverage(languages: []))
    }
}
