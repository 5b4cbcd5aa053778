import CUV

/// A call of the operating system that failed: which one, for what, and the system's words for it.
public struct SystemError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What was being done, such as `connect`.
    public let operation: String
    /// The number of the error as libuv has it: a negated `errno`, or one of libuv's own such as `UV_EAI_NONAME`.
    public let code: Int32

    /// An error of `operation` with a code of libuv, which is negative.
    public init(operation: String, code: Int32) {
        self.operation = operation
        self.code = code
    }

    /// An error of `operation` with an `errno`, which is positive.
    public init(operation: String, errno: Int32) {
        self.init(operation: operation, code: -errno)
    }

    /// The system's words, such as `connection refused`.
    public var reason: String {
        guard let text = unsafe uv_strerror(code) else { return "error \(code)" }
        return unsafe String(cString: text)
    }

    /// Whether the other side answered that nobody listens there: a sign that the process is gone, unlike silence.
    public var isConnectionRefused: Bool { code == UV_ECONNREFUSED.rawValue }

    /// Whether the name of the host is not known.
    public var isUnknownHost: Bool { code == UV_EAI_NONAME.rawValue || code == UV_EAI_NODATA.rawValue }

    /// `connect: connection refused`.
    public var description: String { "\(operation): \(reason)" }
}
