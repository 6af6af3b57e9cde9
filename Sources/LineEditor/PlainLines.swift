import CLibEdit
import Glibc

/// Lines as the terminal itself takes them, one after the other: the cursor never moves back, nothing is drawn again, nothing is coloured. For
/// terminals that can't, and for those who listen to theirs.
public final class PlainLines: LineReader {
    private let signals: SignalPipe
    /// What was read after the end of the line.
    private var ahead: [UInt8] = []

    /// Nil when the process has no descriptors left.
    public init?() {
        guard let signals = SignalPipe() else { return nil }
        self.signals = signals
    }

    /// A terminal takes no text back to edit.
    public var canEdit: Bool { false }

    /// Has a line typed; `text` can't be shown for editing.
    public func read(prompt: String, text: String) -> LineEnd {
        fputs(prompt, vitrine_stdout())
        fflush(vitrine_stdout())
        while true {
            if let end = ahead.firstIndex(of: UInt8(ascii: "\n")) {
                let line = String(decoding: ahead[..<end], as: UTF8.self)
                ahead.removeSubrange(...end)
                return .line(line)
            }
            if let outcome = readMore() { return outcome }
        }
    }

    /// The terminal has no history of its own.
    public func remember(_ line: String) {}

    private func readMore() -> LineEnd? {
        var waiting = [
            pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0),
            pollfd(fd: signals.readEnd, events: Int16(POLLIN), revents: 0),
        ]
        _ = poll(&waiting, 2, -1)
        while let signal = signals.next() {
            switch signal {
            case SIGINT:
                ahead = []
                return .interrupted("")
            case SIGTSTP: raise(SIGSTOP)
            case SIGCONT, SIGWINCH: break
            default: return .hungUp(String(decoding: ahead, as: UTF8.self), signal: signal)
            }
        }
        guard waiting[0].revents != 0 else { return nil }
        var bytes = [UInt8](repeating: 0, count: 4_096)
        let count = Glibc.read(STDIN_FILENO, &bytes, bytes.count)
        switch count {
        case 1...: ahead += bytes[..<count]
        case 0: return ahead.isEmpty ? .ended : nil
        default:
            if errno != EINTR && errno != EAGAIN {
                return .hungUp(String(decoding: ahead, as: UTF8.self), signal: SIGHUP)
            }
        }
        return nil
    }
}
