import CLibEdit
import Glibc

/// One line of a terminal at a time, typed and edited with libedit: history, completion, and rows below the line that follow what is typed.
///
/// One for a process, used by one thread: it takes over the terminal's signals.
public final class LineEditor: LineReader {
    /// What Tab does.
    public struct Completed: Hashable, Sendable {
        /// How many characters (Unicode scalars) before the cursor go.
        public var deleted: Int
        /// What comes in their place.
        public var inserted: String
        /// What is shown below the line until the next key; nil leaves what is there.
        public var shown: [Row]?

        /// A completion; nothing changed and nothing shown is a beep.
        public init(deleted: Int = 0, inserted: String = "", shown: [Row]? = nil) {
            self.deleted = deleted
            self.inserted = inserted
            self.shown = shown
        }
    }

    /// What stands below the line being typed, asked after each key.
    public var panel: (String) -> [Row] = { _ in [] }
    /// What Tab makes of the text before the cursor.
    public var complete: (String) -> Completed = { _ in Completed() }

    /// Whether Esc by itself ends the line as Ctrl-C does; else it begins a combination of keys, as libedit has it.
    public var escapeInterrupts = false

    let editor: OpaquePointer
    let signals: SignalPipe
    var below: RowsBelow
    /// Undone by the next key.
    var completedRows: [Row]?
    /// Why reading stopped, when it wasn't for Enter.
    var ending: LineEnd?
    /// A byte that was read and belongs to the next character.
    var byteAhead: UInt8?
    var prompt: UnsafeMutablePointer<CChar>?
    private let past: OpaquePointer
    private let complaints: UnsafeMutablePointer<FILE>

    /// The editor of this process's terminal; nil when that can't be drawn on: it is none, or can't move its cursor up.
    ///
    /// `history` is the oldest line first, and the newest `limit` are kept. Without `colour`, rows are all alike.
    public init?(program: String, history lines: [String], limit: Int, colour: Bool) {
        guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1, TextWidth.isKnown else { return nil }
        guard let complaints = fopen("/dev/null", "w") else { return nil }
        guard let editor = vitrine_el_open(program, complaints), let past = history_init() else { return nil }
        guard Self.canMoveUp(editor), let signals = SignalPipe() else {
            el_end(editor)
            history_end(past)
            fclose(complaints)
            return nil
        }
        (self.editor, self.past, self.complaints, self.signals) = (editor, past, complaints, signals)
        below = RowsBelow(colour: colour)
        vitrine_history_bound(past, Int32(clamping: limit))
        for line in lines { vitrine_history_add(past, line) }
        vitrine_el_set_owner(editor, Unmanaged.passUnretained(self).toOpaque())
        vitrine_el_use_history(editor, past)
        bindKeys()
    }

    deinit {
        el_end(editor)
        history_end(past)
        fclose(complaints)
        free(prompt)
    }

    /// The line can be edited.
    public var canEdit: Bool { true }

    /// Has a line typed after `prompt`; `text` stands there already, to be edited.
    public func read(prompt words: String, text: String) -> LineEnd {
        free(prompt)
        prompt = strdup(words)
        ending = nil
        below.promptWidth = TextWidth.of(words)
        if !text.isEmpty { el_push(editor, text) }
        var count: Int32 = 0
        let line = el_wgets(editor, &count)
        let end = ending ?? (line != nil && count > 0 ? .line(typed.text.filter { !$0.isNewline }) : .ended)
        switch end {
        // Keys that are pressed before the next line are its own: the terminal would write them, and take Ctrl-U and Ctrl-D to itself.
        case .line, .interrupted: vitrine_el_prepare_terminal(editor, 1)
        case .ended, .hungUp: vitrine_el_prepare_terminal(editor, 0)
        }
        return end
    }

    /// Puts a line into the history that the arrows and Ctrl-R go through.
    public func remember(_ line: String) {
        vitrine_history_add(past, line)
    }

    /// The line as it is now, and the part before the cursor.
    var typed: (text: String, beforeCursor: String) {
        guard let info = el_wline(editor)?.pointee, let start = info.buffer, let cursor = info.cursor,
            let end = info.lastchar
        else { return ("", "") }
        func text(to end: UnsafePointer<wchar_t>) -> String {
            var scalars = String.UnicodeScalarView()
            for character in UnsafeBufferPointer(start: start, count: end - start) {
                if let scalar = Unicode.Scalar(UInt32(bitPattern: character)) { scalars.append(scalar) }
            }
            return String(scalars)
        }
        return (text(to: end), text(to: cursor))
    }

    /// ANSI's own sequences are what rows below are drawn with; a terminal whose description knows others is left alone.
    private static func canMoveUp(_ editor: OpaquePointer) -> Bool {
        guard let up = vitrine_el_ability(editor, "up"), let clear = vitrine_el_ability(editor, "cd") else {
            return false
        }
        return String(cString: up).hasPrefix("\u{1B}[A") && String(cString: clear).hasPrefix("\u{1B}[J")
    }
}
