import Glibc

/// What the three standard streams are connected to.
struct Terminal: Equatable, Sendable {
    /// Whether answers can be typed.
    var isInteractive = false
    /// Whether standard output is a terminal.
    var showsOutput = false
    /// Whether standard error is a terminal.
    var showsErrors = false
    /// The columns of the terminal; nil where there is none.
    var columns: Int?

    /// What the process has.
    static func ofProcess() -> Terminal {
        var terminal = Terminal(
            isInteractive: isatty(STDIN_FILENO) == 1, showsOutput: isatty(STDOUT_FILENO) == 1,
            showsErrors: isatty(STDERR_FILENO) == 1)
        for (shows, descriptor) in [
            (terminal.showsOutput, STDOUT_FILENO), (terminal.showsErrors, STDERR_FILENO),
        ] where shows && terminal.columns == nil {
            var size = winsize()
            if unsafe ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 {
                terminal.columns = Int(size.ws_col)
            }
        }
        return terminal
    }
}
