import Glibc

/// Why a process could not be started or watched.
public struct ProcessError: Error, CustomStringConvertible {
    /// A full sentence.
    public let description: String

    /// An error with its sentence.
    public init(_ description: String) { self.description = description }

    /// The error of a system call that has just failed, or that gave its error as its result.
    init(call: String, code: Int32 = errno) {
        self.init("\(call) failed: \(unsafe String(cString: strerror(code))).")
    }
}
