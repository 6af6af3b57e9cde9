import Foundation
import Reception

/// The language of whoever types: what `--lang` says, else what the environment does.
///
/// Read before the arguments are parsed, because help is made of texts that are already in one language.
public let speech: MessageLanguage =
    asked(CommandLine.arguments) ?? MessageLanguage { name in getenv(name).map { String(cString: $0) } }

/// The French or the English of one message.
public func say(_ french: String, _ english: String) -> String { speech == .french ? french : english }

/// A line on standard error.
public func tell(_ text: String) { FileHandle.standardError.write(Data((text + "\n").utf8)) }

/// What stands for an option: `VITRINE_PORT` for `--port`.
public func setting(_ name: String) -> String? {
    getenv("VITRINE_" + name).map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
}

private func asked(_ arguments: [String]) -> MessageLanguage? {
    for (index, argument) in arguments.enumerated() {
        if argument == "--lang", index + 1 < arguments.count { return MessageLanguage(rawValue: arguments[index + 1]) }
        if argument.hasPrefix("--lang=") { return MessageLanguage(rawValue: String(argument.dropFirst(7))) }
    }
    return nil
}
