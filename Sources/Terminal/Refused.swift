import ArgumentParser
import Foundation
import Reception

/// A command that ends without having done what it was asked. Exit codes are the same for every command: 0 done, 1 refused
/// (the person can mend it), 2 usage, 3 the system failed.
public struct Refused: Error {
    /// 1, 2 or 3.
    public let exitCode: Int32
    /// What is told on standard error.
    public let lines: [String]

    /// A refusal in one's own words.
    public init(exitCode: Int32, lines: [String]) {
        self.exitCode = exitCode
        self.lines = lines
    }

    /// The person can mend it.
    public static func byPerson(_ lines: String...) -> Refused { Refused(exitCode: 1, lines: lines) }
    /// The system failed.
    public static func bySystem(_ lines: String...) -> Refused { Refused(exitCode: 3, lines: lines) }
}

extension ParsableCommand {
    /// Tells why a command ended, and ends the process with the exit code that goes with it. What the parser throws to
    /// show its help ends here too.
    public static func end(with error: any Error) -> Never {
        switch error {
        case let refused as Refused:
            for line in refused.lines { tell(line) }
            Foundation.exit(refused.exitCode)
        case let refusal as Refusal:
            let wording = refusal.wording(in: speech)
            tell("\(wording.message) \(wording.hint)")
            Foundation.exit(1)
        case is CleanExit:
            // A command that does nothing by itself shows its help.
            show(HelpPage(for: typed, of: Self.self))
        default:
            let code = exitCode(for: error).rawValue
            let text = code == ExitCode.validationFailure.rawValue ? usage(error) : fullMessage(for: error)
            if !text.isEmpty { (code == 0 ? print(speech == .french ? ParserWords.inFrench(text) : text) : tell(text)) }
            // sysexits' EX_USAGE is what the parser gives; ours is 2.
            Foundation.exit(code == ExitCode.validationFailure.rawValue ? 2 : code)
        }
    }

    /// Shows the help that the command line asks for, if it does, and ends the process.
    public static func helpIfAsked() throws {
        if let page = try HelpPage.asked(by: typed, of: Self.self) { show(page) }
    }

    private static func show(_ page: HelpPage?) -> Never {
        if let page { print(page.text) }
        Foundation.exit(0)
    }

    /// What isn't right in a command line, and where its help is.
    private static func usage(_ error: any Error) -> String {
        let page = HelpPage(for: typed, of: Self.self)
        let message = message(for: error)
        let told = page?.stranger(in: typed) ?? (speech == .french ? ParserWords.french(message) : message)
        return told + "\n" + say("Aide : ", "Help: ") + (page?.request ?? "--help")
    }

    private static var typed: [String] { Array(CommandLine.arguments.dropFirst()) }
}
