import ArgumentParser
import Reception
import Terminal

/// What shells complete out of the office's own words, when Tab is pressed. Whatever goes wrong completes nothing: it is no time to complain.
enum WordCompletion {
    /// Codes of sites, each with its name.
    @Sendable static func sites(_ words: [String], _ index: Int, _ prefix: String) -> [String] {
        completed(words) { setting, _ in
            setting.vocabulary.sites.map { shown($0.code, $0.name(in: speech)) }
        }
    }

    /// The words of a visit's line, each with its meaning.
    @Sendable static func line(_ words: [String], _ index: Int, _ prefix: String) -> [String] {
        completed(words) { setting, clock in
            DeskLine.completions(
                of: prefix, in: DeskLine.Context(vocabulary: setting.vocabulary, clock: clock, now: .now)
            ).map { shown($0.word, speech == .french ? $0.meaning.fr : $0.meaning.en) }
        }
    }

    /// Codes of products, each with its name.
    @Sendable static func products(_ words: [String], _ index: Int, _ prefix: String) -> [String] {
        ofTheShop(words) { till in try till.products(archived: false).map { shown($0.code, $0.label(in: speech)) } }
    }

    /// Codes of depositors, each with its name.
    @Sendable static func depositors(_ words: [String], _ index: Int, _ prefix: String) -> [String] {
        ofTheShop(words) { till in try till.depositors().map { shown($0.code, $0.name) } }
    }

    private static func ofTheShop(_ words: [String], _ body: (any Till) throws -> [String]) -> [String] {
        guard let options = try? DeskOptions.parse(said(words)) else { return [] }
        return (try? options.withTill(UsualTill(), now: .now) { try body($0.till) }) ?? []
    }

    private static func completed(_ words: [String], _ body: (DeskSetting, OfficeClock) -> [String]) -> [String] {
        guard let options = try? DeskOptions.parse(said(words)) else { return [] }
        return (try? options.withCounter(now: .now) { body($0.setting, $0.clock) }) ?? []
    }

    /// Where the facts are, of all that is typed.
    private static func said(_ words: [String]) -> [String] {
        zip(words, words.dropFirst()).flatMap { ["--data", "--server"].contains($0) ? [$0, $1] : [] }
            + words.filter { $0.hasPrefix("--data=") || $0.hasPrefix("--server=") }
    }

    /// A word with its meaning, where the shell shows one.
    static func shown(_ word: String, _ meaning: String) -> String {
        switch CompletionShell.requesting {
        case .zsh: word.replacing(":", with: "\\:") + ":" + meaning
        case .fish: word + "\t" + meaning
        default: word
        }
    }
}
