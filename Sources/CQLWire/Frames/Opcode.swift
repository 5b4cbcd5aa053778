/// What message a frame holds (native_protocol_v4.spec §2.4).
///
/// A frame may hold a number that has no name here.
public struct Opcode: RawRepresentable, Hashable, Sendable {
    /// The number on the wire.
    public let rawValue: UInt8

    /// Creates an opcode from its number.
    public init(rawValue: UInt8) {
        self.rawValue = rawValue
    }

    /// A failure, as a response.
    public static let error = Opcode(rawValue: 0x00)
    /// The first request of a connection, but for OPTIONS.
    public static let startup = Opcode(rawValue: 0x01)
    /// The connection can be used.
    public static let ready = Opcode(rawValue: 0x02)
    /// The server wants authentication.
    public static let authenticate = Opcode(rawValue: 0x03)
    /// The request that ``supported`` answers.
    public static let options = Opcode(rawValue: 0x05)
    /// What STARTUP may ask for.
    public static let supported = Opcode(rawValue: 0x06)
    /// A statement as text.
    public static let query = Opcode(rawValue: 0x07)
    /// The result of a statement.
    public static let result = Opcode(rawValue: 0x08)
    /// The request to prepare a statement.
    public static let prepare = Opcode(rawValue: 0x09)
    /// The request to execute a prepared statement.
    public static let execute = Opcode(rawValue: 0x0a)
    /// The request for events.
    public static let register = Opcode(rawValue: 0x0b)
    /// An event that the server pushes.
    public static let event = Opcode(rawValue: 0x0c)
    /// Several statements in one request.
    public static let batch = Opcode(rawValue: 0x0d)
    /// A step of the authentication, from the server.
    public static let authChallenge = Opcode(rawValue: 0x0e)
    /// A step of the authentication, from the client.
    public static let authResponse = Opcode(rawValue: 0x0f)
    /// The end of the authentication.
    public static let authSuccess = Opcode(rawValue: 0x10)
}

extension Opcode: CustomStringConvertible {
    /// The name in the specification, or the number.
    public var description: String {
        switch self {
        case .error: "ERROR"
        case .startup: "STARTUP"
        case .ready: "READY"
        case .authenticate: "AUTHENTICATE"
        case .options: "OPTIONS"
        case .supported: "SUPPORTED"
        case .query: "QUERY"
        case .result: "RESULT"
        case .prepare: "PREPARE"
        case .execute: "EXECUTE"
        case .register: "REGISTER"
        case .event: "EVENT"
        case .batch: "BATCH"
        case .authChallenge: "AUTH_CHALLENGE"
        case .authResponse: "AUTH_RESPONSE"
        case .authSuccess: "AUTH_SUCCESS"
        default: "opcode 0x\(String(rawValue, radix: 16))"
        }
    }
}
