import Glibc

/// A stream that a process writes to.
public enum ProcessStream: Int32, Sendable {
    /// Standard output.
    case output = 1
    /// Standard error.
    case error = 2
}
