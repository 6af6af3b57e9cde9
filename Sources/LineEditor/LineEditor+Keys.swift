import CLibEdit
import Glibc

extension LineEditor {
    /// What libedit is told to do with keys, and where it asks for the next one.
    func bindKeys() {
        vitrine_el_use_emacs_keys(editor)
        vitrine_el_set_prompt(editor) { LineEditor.owner(of: $0)?.prompt }
        vitrine_el_set_reader(editor) { editor, character in
            guard let owner = LineEditor.owner(of: editor), let character else { return -1 }
            guard let scalar = owner.nextCharacter() else { return -1 }
            character.pointee = wchar_t(bitPattern: scalar.value)
            return 1
        }
        vitrine_el_add_function(editor, "vitrine-complete", "completes a word") { editor, _ in
            LineEditor.owner(of: editor)?.completeWord() ?? UInt8(CC_ERROR)
        }
        vitrine_el_bind(editor, "^I", "vitrine-complete")
        vitrine_el_bind(editor, "^R", "em-inc-search-prev")
    }

    private static func owner(of editor: OpaquePointer?) -> LineEditor? {
        editor.flatMap(vitrine_el_owner).map { Unmanaged<LineEditor>.fromOpaque($0).takeUnretainedValue() }
    }

    private func completeWord() -> UInt8 {
        let done = complete(typed.beforeCursor)
        completedRows = done.shown
        guard done.deleted > 0 || !done.inserted.isEmpty else {
            return UInt8(done.shown == nil ? CC_REFRESH_BEEP : CC_REFRESH)
        }
        el_deletestr(editor, Int32(done.deleted))
        el_insertstr(editor, done.inserted)
        return UInt8(CC_REFRESH)
    }

    /// The next key, when there is one; nil when `ending` says why there is none.
    private func nextCharacter() -> Unicode.Scalar? {
        while ending == nil {
            guard let lead = byteAhead.take() ?? nextByte() else { return nil }
            if lead == Self.escape, escapeInterrupts, byteAhead == nil, isAlone() {
                below.erase()
                ending = .interrupted(typed.text)
                return nil
            }
            guard let scalar = decode(lead) else { continue }
            completedRows = nil
            // A plain character at the end of a short line changes nothing below; whatever else may draw there.
            if !scalar.isPlain || below.isNearEdge { below.erase() }
            return scalar
        }
        return nil
    }

    private static let escape: UInt8 = 0x1B

    /// Whether nothing follows at once: keys such as the arrows send Esc and more in one go, also over slow lines.
    private func isAlone() -> Bool {
        var waiting = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
        return poll(&waiting, 1, 50) == 0
    }

    /// UTF-8. A byte that fits nowhere is dropped, as a terminal of another encoding would send it.
    private func decode(_ lead: UInt8) -> Unicode.Scalar? {
        let following: Int
        switch lead {
        case 0..<0x80: return Unicode.Scalar(lead)
        case 0xC2..<0xE0: following = 1
        case 0xE0..<0xF0: following = 2
        case 0xF0..<0xF5: following = 3
        default: return nil
        }
        var bytes = [lead]
        for _ in 0..<following {
            guard let byte = nextByte() else { return nil }
            guard byte & 0xC0 == 0x80 else {
                byteAhead = byte
                return nil
            }
            bytes.append(byte)
        }
        return String(validating: bytes, as: UTF8.self)?.unicodeScalars.first
    }

    /// Waits for the keyboard and for signals at once. Rows below are drawn only when no key waits: a paste, or a slow line, isn't held up.
    private func nextByte() -> UInt8? {
        var waiting = [
            pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0),
            pollfd(fd: signals.readEnd, events: Int16(POLLIN), revents: 0),
        ]
        while true {
            if poll(&waiting, 2, 0) == 0 {
                drawBelow()
                _ = poll(&waiting, 2, -1)
            }
            while let signal = signals.next() {
                handle(signal)
                if ending != nil { return nil }
            }
            guard waiting[0].revents != 0 else { continue }
            var byte: UInt8 = 0
            switch Glibc.read(STDIN_FILENO, &byte, 1) {
            case 1: return byte
            case -1 where errno == EINTR || errno == EAGAIN: continue
            default:
                ending = .hungUp(typed.text, signal: SIGHUP)
                return nil
            }
        }
    }

    private func drawBelow() {
        let (text, beforeCursor) = typed
        below.show(completedRows ?? panel(text), under: text, cursorAfter: beforeCursor)
    }

    private func handle(_ signal: Int32) {
        below.erase()
        switch signal {
        case SIGINT:
            ending = .interrupted(typed.text)
        case SIGTSTP:
            vitrine_el_prepare_terminal(editor, 0)
            raise(SIGSTOP)
        case SIGCONT:
            // Whoever had the terminal meanwhile left it as they like it.
            vitrine_el_prepare_terminal(editor, 0)
            vitrine_el_prepare_terminal(editor, 1)
            vitrine_el_redraw(editor)
        case SIGWINCH:
            below.clearLine()
            el_resize(editor)
            vitrine_el_redraw(editor)
        default:
            ending = .hungUp(typed.text, signal: signal)
        }
    }
}

extension Unicode.Scalar {
    /// Whether it is only written, and does nothing.
    fileprivate var isPlain: Bool { value >= 0x20 && value != 0x7F && !(0x80..<0xA0 ~= value) }
}
