public import FoundationEssentials

/// A node as it describes itself, and as its peers describe it.
public struct NodeDescription: Sendable {
    /// Its host id.
    public var hostID: UUID
    /// Its data centre.
    public var dataCenter = "dc1"
    /// Its rack.
    public var rack = "rack1"
    /// Its release.
    public var release = "5.0.9"
    /// The version of its schema, as it says itself.
    public var schemaVersion: UUID?
    /// The version of its schema, as its peers have heard.
    public var rumouredVersion: UUID?
    /// The start of its process.
    public var generation: Int32 = 1_700_000_000

    /// The node of a number, with the schema of a version.
    public init(_ number: UInt8, schema: UInt8 = 1) {
        hostID = UUID(number: number)
        schemaVersion = UUID(number: schema)
        rumouredVersion = schemaVersion
    }
}

extension UUID {
    /// A UUID for a test: zeros and a number.
    public init(number: UInt8) {
        self.init(uuid: (0, 0, 0, 0, 0, 0, 0x40, 0, 0x80, 0, 0, 0, 0, 0, 0, number))
    }
}
