import ArgumentParser
import Reception

/// The help of a program and of each of its commands: what it does, examples, then what it takes.
struct HelpPage {
    let root: any ParsableCommand.Type
    /// The program's name, and its commands' down to the one that is explained.
    let path: [String]
    let command: CommandTree
    /// What the program itself takes, and with it every command.
    let everywhere: [CommandTree.Argument]

    /// The page that a command line asks for with `help`, `--help` or `-h`; nil when it asks for none.
    static func asked(by arguments: [String], of root: any ParsableCommand.Type) throws -> HelpPage? {
        let typed = arguments.prefix { $0 != "--" }
        guard typed.first == "help" || typed.contains(where: { ["-h", "--help"].contains($0) }) else { return nil }
        let page = HelpPage(for: Array(typed), of: root)
        if typed.first == "help", let stranger = page?.stranger(in: typed) {
            throw ValidationError(stranger)
        }
        return page
    }

    /// The page of the command that a command line names; the program's own when it names none.
    init?(for arguments: [String], of root: any ParsableCommand.Type) {
        guard let tree = CommandTree.whole(of: root) else { return nil }
        var (path, command) = ([tree.commandName], tree)
        for word in arguments.prefix(while: { $0 != "--" }) where word != "help" {
            guard let child = command.child(word) else { continue }
            path.append(child.commandName)
            command = child
        }
        (self.root, self.path, self.command, everywhere) = (root, path, command, tree.ownArguments)
    }

    /// How to ask for this page.
    var request: String { path.joined(separator: " ") + " --help" }

    /// What to say of a word that stands where a command is expected, and is none; nil when none does.
    func stranger(in arguments: some Collection<String>) -> String? {
        guard !command.children.isEmpty, command.defaultSubcommand == nil else { return nil }
        // What follows an option may be its value.
        let words = arguments.drop { $0 == "help" }.prefix { !$0.hasPrefix("-") }
        return words.dropFirst(path.count - 1).first.map {
            say("« \($0) » n'est pas une commande.", "“\($0)” isn't a command.")
        }
    }

    /// 80 columns wide at most.
    var text: String {
        var parts = [Self.wrapped("\(path.joined(separator: " ")) : \(command.abstract ?? "")")]
        if let discussion = command.discussion { parts.append(Self.wrapped(discussion)) }
        if path.count > 1 {
            parts.append(say("S'écrit :", "Written:") + "\n" + Self.wrapped(synopsis, from: 2, hanging: 4))
            parts.append(Self.table(arguments.map { ($0.label, $0.explanation) }))
        }
        parts += groups
        parts.append(common)
        parts.append(footer)
        return parts.filter { !$0.isEmpty }.joined(separator: "\n\n")
    }

    /// What the command takes beside what every command does.
    private var arguments: [CommandTree.Argument] {
        let common = Set(everywhere.map(\.label))
        return command.ownArguments.filter { !common.contains($0.label) }
    }

    /// What every command takes: in full on the program's own page.
    private var common: String {
        guard !everywhere.isEmpty else { return "" }
        let title = say("Avec toutes les commandes :", "With every command:")
        guard path.count > 1 else { return title + "\n" + Self.table(everywhere.map { ($0.label, $0.explanation) }) }
        let names = everywhere.flatMap { $0.names ?? [] }.map(\.text)
        return title + "\n" + Self.wrapped(names.joined(separator: ", "), from: 2, hanging: 2)
    }

    /// What has to be typed; what may be is in the table.
    private var synopsis: String {
        let needed = arguments.filter { $0.kind == .positional || !$0.isOptional }
        let options = needed.count < arguments.count ? ["[options]"] : []
        return (path + needed.map(\.synopsis) + options).joined(separator: " ")
    }

    /// The commands below: a program's in the groups it declares, what one wants to do being what one looks for.
    private var groups: [String] {
        if path.count > 1 {
            let others = command.children.filter { $0.commandName != command.defaultSubcommand }
            return others.isEmpty ? [] : [group(say("Et aussi", "And"), others)]
        }
        let configuration = root.configuration
        let grouped = configuration.groupedSubcommands.map { group($0.name, named($0.subcommands)) }
        let others = named(configuration.ungroupedSubcommands)
        return grouped + (others.isEmpty ? [] : [group(say("Commandes", "Commands"), others)])
    }

    private func named(_ commands: [any ParsableCommand.Type]) -> [CommandTree] {
        commands.compactMap { type in command.children.first { $0.commandName == type.configuration.commandName } }
    }

    private func group(_ name: String, _ commands: [CommandTree]) -> String {
        let above = path.dropFirst().map { $0 + " " }.joined()
        return name + say(" :", ":") + "\n" + Self.table(commands.map { (above + $0.commandName, $0.abstract ?? "") })
    }

    private var footer: String {
        path.count == 1
            ? say("Plus sur une commande : ", "More about a command: ")
                + "\(path[0]) help \(command.children.first?.commandName ?? "")"
            : say("Toutes les commandes : ", "All commands: ") + "\(path[0]) help"
    }

    /// Two columns, the second wrapped; a long first has its own line.
    private static func table(_ rows: [(String, String)]) -> String {
        let column = 24
        return rows.map { label, text in
            let start = "  " + label
            let fits = start.count <= column - 2
            let wrapped = wrapped(text, from: column, hanging: column)
            return fits ? start + wrapped.dropFirst(start.count) : start + "\n" + wrapped
        }.joined(separator: "\n")
    }

    /// Each line wrapped at 79 columns; those that are indented (examples) are left as they are.
    private static func wrapped(_ text: String, from indent: Int = 0, hanging: Int = 0) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            guard indent > 0 || !line.hasPrefix(" ") else { return String(line) }
            var lines: [String] = []
            var current = String(repeating: " ", count: indent)
            var isEmpty = true
            for word in line.split(separator: " ") {
                if !isEmpty, current.count + 1 + word.count > 79 {
                    lines.append(current)
                    current = String(repeating: " ", count: hanging)
                    isEmpty = true
                }
                current += (isEmpty ? "" : " ") + word
                isEmpty = false
            }
            return (lines + [current]).joined(separator: "\n")
        }.joined(separator: "\n")
    }
}
