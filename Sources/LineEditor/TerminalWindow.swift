import CLibEdit

/// What of the terminal is seen.
public enum TerminalWindow {
    /// 80 columns of 24 rows where the terminal doesn't say.
    public static var size: (columns: Int, rows: Int) {
        let size = vitrine_window()
        return (size.ws_col > 0 ? Int(size.ws_col) : 80, size.ws_row > 0 ? Int(size.ws_row) : 24)
    }
}
