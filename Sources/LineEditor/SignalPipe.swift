import CLibEdit
import Glibc

/// The signals of a terminal and of whoever ends the process, one byte each, to be waited for together with the keyboard.
///
/// Nothing is interrupted by them: what is being recorded when somebody presses Ctrl-C, or closes the window, is recorded.
struct SignalPipe {
    /// To be polled.
    let readEnd: Int32

    init?() {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { return nil }
        for end in ends {
            _ = fcntl(end, F_SETFD, FD_CLOEXEC)
            _ = fcntl(end, F_SETFL, O_NONBLOCK)
        }
        readEnd = ends[0]
        let caught = [SIGINT, SIGHUP, SIGTERM, SIGQUIT, SIGTSTP, SIGCONT, SIGWINCH]
        vitrine_catch_signals(ends[1], caught, Int32(caught.count))
    }

    /// The next signal that came; nil when there is none.
    func next() -> Int32? {
        var byte: UInt8 = 0
        return read(readEnd, &byte, 1) == 1 ? Int32(byte) : nil
    }
}

extension LineEnd {
    /// Ends the process as the signal would have, once what was typed is in safety.
    public static func endProcess(by signal: Int32) -> Never {
        Glibc.signal(signal, SIG_DFL)
        raise(signal)
        exit(128 + signal)
    }
}
