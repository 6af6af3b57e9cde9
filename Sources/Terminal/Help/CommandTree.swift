import ArgumentParser
import Foundation

/// A command as its declarations describe it: what help pages are made of. The parser's own are in English, with the examples last.
struct CommandTree: Decodable {
    let commandName: String
    let abstract: String?
    let discussion: String?
    let aliases: [String]?
    let shouldDisplay: Bool
    let defaultSubcommand: String?
    let subcommands: [CommandTree]?
    let arguments: [Argument]?

    struct Argument: Decodable {
        enum Kind: String, Decodable { case positional, option, flag }
        struct Name: Decodable {
            let kind: String
            let name: String

            var text: String { (kind == "long" ? "--" : "-") + name }
        }

        let kind: Kind
        let names: [Name]?
        let valueName: String?
        let abstract: String?
        let defaultValue: String?
        let allValues: [String]?
        let isOptional: Bool
        let isRepeating: Bool
        let shouldDisplay: Bool
    }

    /// The whole of a program.
    static func whole(of root: any ParsableCommand.Type) -> CommandTree? {
        struct Dump: Decodable { let command: CommandTree }
        return (try? JSONDecoder().decode(Dump.self, from: Data(root._dumpHelp().utf8)))?.command
    }

    /// The commands below, without the parser's own `help`.
    var children: [CommandTree] { (subcommands ?? []).filter { $0.shouldDisplay && $0.commandName != "help" } }

    func child(_ name: String) -> CommandTree? {
        subcommands?.first { $0.commandName == name || $0.aliases?.contains(name) == true }
    }

    /// What the command itself takes: what its default subcommand takes, when it has one.
    var ownArguments: [Argument] {
        (defaultSubcommand.flatMap(child) ?? self).arguments?.filter { argument in
            argument.shouldDisplay && argument.names?.contains { ["help", "version"].contains($0.name) } != true
        } ?? []
    }
}

extension CommandTree.Argument {
    /// `<text>…`, `--until <moment>`, `--json`
    var label: String {
        let value = "<\(valueName ?? "")>"
        let names = (names ?? []).map(\.text).joined(separator: ", ")
        return switch kind {
        case .positional: isRepeating ? value + "…" : value
        case .option: "\(names) \(value)"
        case .flag: names
        }
    }

    /// The same as it stands in a line that is typed.
    var synopsis: String {
        let name = names?.last { $0.kind == "long" }?.text ?? label
        let shown = kind == .option ? "\(name) <\(valueName ?? "")>" : label
        return isOptional ? "[\(shown)]" : shown
    }

    /// What it is for, what it may be, and what holds without it.
    var explanation: String {
        var notes: [String] = []
        if let allValues, !allValues.isEmpty { notes.append(allValues.joined(separator: ", ")) }
        if let defaultValue, kind != .flag { notes.append(say("sans : ", "without: ") + defaultValue) }
        return (abstract ?? "") + (notes.isEmpty ? "" : " (\(notes.joined(separator: " ; ")))")
    }
}
