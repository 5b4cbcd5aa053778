/// Why the server refuses a schema statement, in its own words.
public struct SchemaRefusal: Error, Hashable, Sendable {
    /// The kind of error, as the native protocol has it (`native_protocol_v5 §9`).
    public enum Kind: Hashable, Sendable {
        /// A Java exception that nobody caught: `0x0000`.
        case server
        /// `0x2000`.
        case syntax
        /// `0x2100`.
        case unauthorized
        /// `0x2200`.
        case invalid
        /// `0x2300`.
        case configuration
        /// `0x2400`, with what exists: the table's name is empty for a keyspace.
        case alreadyExists(keyspace: String, table: String)

        /// The code of the error message.
        public var code: Int32 {
            switch self {
            case .server: 0x0000
            case .syntax: 0x2000
            case .unauthorized: 0x2100
            case .invalid: 0x2200
            case .configuration: 0x2300
            case .alreadyExists: 0x2400
            }
        }
    }

    /// The kind of error.
    public let kind: Kind

    /// The server's text.
    public let message: String

    /// What the server warns of beside the error.
    public var warnings: [String] = []

    /// Makes a refusal.
    public init(_ kind: Kind, _ message: String) {
        self.kind = kind
        self.message = message
    }

    static func server(_ message: String) -> Self { Self(.server, message) }
    static func syntax(_ message: String) -> Self { Self(.syntax, message) }
    static func unauthorized(_ message: String) -> Self { Self(.unauthorized, message) }
    static func invalid(_ message: String) -> Self { Self(.invalid, message) }
    static func configuration(_ message: String) -> Self { Self(.configuration, message) }

    static func exists(keyspace: String) -> Self {
        Self(.alreadyExists(keyspace: keyspace, table: ""), "Cannot add existing keyspace \"\(keyspace)\"")
    }

    static func exists(table: String, in keyspace: String) -> Self {
        Self(
            .alreadyExists(keyspace: keyspace, table: table),
            "Cannot add already existing table \"\(table)\" to keyspace \"\(keyspace)\"")
    }
}
