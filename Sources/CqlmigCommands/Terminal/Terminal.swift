import Glibc

/// What the three standard streams are connected to.
public struct Terminal: Equatable, Sendable {
    /// Whether answers can be typed.
    public var isInteractive: Bool
    /// Whether standard output is a terminal.
    public var showsOutput: Bool
    /// Whether standard error is a terminal.
    public var showsErrors: Bool
    /// The columns of the terminal; nil where there is none.
    public var columns: Int?

    /// A terminal; none unless said otherwise.
    public init(
        isInteractive: Bool = false, showsOutput: Bool = false, showsErrors: Bool = false, columns: Int? = nil
    ) {
        self.isInteractive = isInteractive
        self.showsOutput = showsOutput
        self.showsErrors = showsErrors
        self.columns = columns
    }

    /// What the process has.
    public static func ofProcess() -> Terminal {
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
