import Foundation

/// What somebody types without its being seen.
public enum Secret {
    /// Asks on the terminal, without echo; nil when there is no terminal, when it is closed, or after Ctrl-C.
    public static func ask(_ prompt: String) -> String? {
        let terminal = open("/dev/tty", O_RDWR | O_CLOEXEC)
        guard terminal >= 0 else { return nil }
        defer { close(terminal) }
        var before = termios()
        guard tcgetattr(terminal, &before) == 0 else { return nil }
        var quiet = before
        // Signals too: a process that Ctrl-C ends would leave the terminal without echo.
        quiet.c_lflag &= ~tcflag_t(ECHO | ISIG)
        // c_cc[VEOL]: Ctrl-C then ends the line, instead of waiting in it for Enter.
        quiet.c_cc.11 = interrupt
        guard tcsetattr(terminal, TCSAFLUSH, &quiet) == 0 else { return nil }
        defer { tcsetattr(terminal, TCSAFLUSH, &before) }
        let file = FileHandle(fileDescriptor: terminal, closeOnDealloc: false)
        file.write(Data(prompt.utf8))
        defer { file.write(Data("\n".utf8)) }
        return line(from: file)
    }

    /// The first line of standard input; nil when there is none.
    public static func fromStandardInput() -> String? { line(from: .standardInput) }

    /// What Ctrl-C types.
    private static let interrupt: UInt8 = 3

    /// A byte at a time, so that nothing past the line is taken.
    private static func line(from file: FileHandle) -> String? {
        var bytes: [UInt8] = []
        while let byte = try? file.read(upToCount: 1)?.first, byte != UInt8(ascii: "\n") {
            guard byte != interrupt, bytes.count < 4_096 else { return nil }
            bytes.append(byte)
        }
        if bytes.last == UInt8(ascii: "\r") { bytes.removeLast() }
        return bytes.isEmpty ? nil : String(validating: bytes, as: UTF8.self)
    }
}
