/// The code of an ERROR (native_protocol_v4.spec §9 and native_protocol_v5.spec §9).
public enum ServerErrorCode: Hashable, Sendable {
    /// Something unexpected happened on the server.
    case serverError
    /// The client broke the protocol, or asked for a version that the server does not speak.
    case protocolError
    /// The login failed.
    case badCredentials
    /// Too few replicas are alive for the consistency level.
    case unavailable
    /// The coordinator is overloaded.
    case overloaded
    /// The coordinator is still bootstrapping.
    case isBootstrapping
    /// TRUNCATE failed.
    case truncateError
    /// Too few replicas acknowledged a write in time: the outcome is unknown.
    case writeTimeout
    /// Too few replicas answered a read in time.
    case readTimeout
    /// Replicas failed to execute a read.
    case readFailure
    /// A user-defined function failed.
    case functionFailure
    /// Replicas failed to execute a write.
    case writeFailure
    /// A write failed because the space for change data capture is full (version 5).
    case cdcWriteFailure
    /// The outcome of a conditional write is unknown (version 5).
    case casWriteUnknown
    /// The statement has a syntax error.
    case syntaxError
    /// The user may not do that.
    case unauthorized
    /// The statement is syntactically right but cannot be executed.
    case invalid
    /// A configuration problem, such as an unknown table option.
    case configError
    /// The keyspace or table to be created exists.
    case alreadyExists
    /// The coordinator does not know the prepared statement's id.
    case unprepared
    /// A code that this version of the protocol does not define.
    case unknown(Int32)
}

// Not RawRepresentable: the standard library would compare codes by their numbers, which are found by comparing codes.
extension ServerErrorCode {
    private static let known: [(code: ServerErrorCode, rawValue: Int32)] = [
        (.serverError, 0x0000), (.protocolError, 0x000a), (.badCredentials, 0x0100), (.unavailable, 0x1000),
        (.overloaded, 0x1001), (.isBootstrapping, 0x1002), (.truncateError, 0x1003), (.writeTimeout, 0x1100),
        (.readTimeout, 0x1200), (.readFailure, 0x1300), (.functionFailure, 0x1400), (.writeFailure, 0x1500),
        (.cdcWriteFailure, 0x1600), (.casWriteUnknown, 0x1700), (.syntaxError, 0x2000), (.unauthorized, 0x2100),
        (.invalid, 0x2200), (.configError, 0x2300), (.alreadyExists, 0x2400), (.unprepared, 0x2500),
    ]

    /// Creates a code from its number; never fails.
    public init(rawValue: Int32) {
        self = ServerErrorCode.known.first { $0.rawValue == rawValue }?.code ?? .unknown(rawValue)
    }

    /// The number on the wire.
    public var rawValue: Int32 {
        if case .unknown(let number) = self { return number }
        return ServerErrorCode.known.first { $0.code == self }?.rawValue ?? 0
    }
}

extension ServerErrorCode: CustomStringConvertible {
    /// The code as four hexadecimal digits: `0x2200`.
    public var description: String {
        let digits = String(UInt32(bitPattern: rawValue), radix: 16)
        return "0x" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}
