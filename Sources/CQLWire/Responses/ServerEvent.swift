/// EVENT: something that the client registered for (native_protocol_v4.spec §4.2.6).
///
/// Events are hints: they can repeat, be late, and be lost with the connection.
public enum ServerEvent: Hashable, Sendable {
    /// A node joined or left.
    case topologyChange(TopologyChange, InetEndpoint)
    /// A node is seen up or down.
    case statusChange(StatusChange, InetEndpoint)
    /// A node has applied a schema change.
    case schemaChange(SchemaChange)

    /// What a TOPOLOGY_CHANGE says.
    public enum TopologyChange: Hashable, Sendable {
        /// A node joined; it may not listen yet.
        case newNode
        /// A node left.
        case removedNode
        /// A text that the specification does not list.
        case unknown(String)
    }

    /// What a STATUS_CHANGE says.
    public enum StatusChange: Hashable, Sendable {
        /// The node is seen up; it may not listen yet.
        case up
        /// The node is seen down.
        case down
        /// A text that the specification does not list.
        case unknown(String)
    }
}

extension ServerEvent {
    /// The kind to register for.
    public var type: EventType {
        switch self {
        case .topologyChange: .topologyChange
        case .statusChange: .statusChange
        case .schemaChange: .schemaChange
        }
    }

    /// Writes the message.
    func encode(into writer: inout ByteWriter) throws(WireError) {
        try writer.writeString(type.rawValue, "the event type")
        switch self {
        case .topologyChange(let change, let endpoint):
            try writer.writeString(change.description, "the topology change")
            writer.writeInet(endpoint)
        case .statusChange(let change, let endpoint):
            try writer.writeString(change.description, "the status change")
            writer.writeInet(endpoint)
        case .schemaChange(let change):
            try change.encode(into: &writer)
        }
    }

    /// Reads the message.
    init(from reader: inout ByteReader) throws(WireError) {
        switch try EventType(from: &reader) {
        case .topologyChange:
            let change = TopologyChange(try reader.readString("the topology change"))
            self = .topologyChange(change, try reader.readInet("the node of the event"))
        case .statusChange:
            let change = StatusChange(try reader.readString("the status change"))
            self = .statusChange(change, try reader.readInet("the node of the event"))
        case .schemaChange:
            self = .schemaChange(try SchemaChange(from: &reader))
        }
    }
}

extension ServerEvent.TopologyChange: CustomStringConvertible {
    /// Finds the change of a text on the wire; never fails.
    public init(_ text: String) {
        switch text {
        case "NEW_NODE": self = .newNode
        case "REMOVED_NODE": self = .removedNode
        default: self = .unknown(text)
        }
    }

    /// The text on the wire.
    public var description: String {
        switch self {
        case .newNode: "NEW_NODE"
        case .removedNode: "REMOVED_NODE"
        case .unknown(let text): text
        }
    }
}

extension ServerEvent.StatusChange: CustomStringConvertible {
    /// Finds the change of a text on the wire; never fails.
    public init(_ text: String) {
        switch text {
        case "UP": self = .up
        case "DOWN": self = .down
        default: self = .unknown(text)
        }
    }

    /// The text on the wire.
    public var description: String {
        switch self {
        case .up: "UP"
        case .down: "DOWN"
        case .unknown(let text): text
        }
    }
}
