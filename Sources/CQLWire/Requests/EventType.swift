/// A kind of event that a client can register for (native_protocol_v4.spec §4.1.8).
public enum EventType: String, CaseIterable, Hashable, Sendable {
    /// Nodes come and go.
    case topologyChange = "TOPOLOGY_CHANGE"
    /// Nodes are seen up or down.
    case statusChange = "STATUS_CHANGE"
    /// Keyspaces, tables and so on change.
    case schemaChange = "SCHEMA_CHANGE"
}

extension EventType {
    /// Reads an event type, a [string].
    init(from reader: inout ByteReader) throws(WireError) {
        let start = reader.position
        let text = try reader.readString("the event type")
        guard let type = EventType(rawValue: text) else {
            throw WireError(
                .unsupported,
                field: "the event type",
                needed: "TOPOLOGY_CHANGE, STATUS_CHANGE or SCHEMA_CHANGE",
                had: "'\(text)'",
                position: start
            )
        }
        self = type
    }
}
