/// RESULT: what a statement gave (native_protocol_v4.spec §4.2.5).
public enum QueryResult: Hashable, Sendable {
    /// Nothing to say; also a DDL with IF [NOT] EXISTS that did nothing.
    case void
    /// Rows, perhaps none.
    case rows(Rows)
    /// USE succeeded; the name is the keyspace.
    case setKeyspace(String)
    /// The statement is prepared.
    case prepared(PreparedStatement)
    /// A DDL succeeded on the coordinator.
    case schemaChange(SchemaChange)
}

extension QueryResult {
    /// Writes the message.
    func encode(into writer: inout ByteWriter) throws(WireError) {
        switch self {
        case .void:
            writer.writeInt(1)
        case .rows(let rows):
            writer.writeInt(2)
            try rows.encode(into: &writer)
        case .setKeyspace(let keyspace):
            writer.writeInt(3)
            try writer.writeString(keyspace, "the keyspace in use")
        case .prepared(let prepared):
            writer.writeInt(4)
            try prepared.encode(into: &writer)
        case .schemaChange(let change):
            writer.writeInt(5)
            try change.encode(into: &writer)
        }
    }

    /// Reads the message.
    init(from reader: inout ByteReader) throws(WireError) {
        let start = reader.position
        let kind = try reader.readInt("the kind of the result")
        switch kind {
        case 1: self = .void
        case 2: self = .rows(try Rows(from: &reader))
        case 3: self = .setKeyspace(try reader.readString("the keyspace in use"))
        case 4: self = .prepared(try PreparedStatement(from: &reader))
        case 5: self = .schemaChange(try SchemaChange(from: &reader))
        default:
            throw .malformed("the kind of the result", needed: "a number from 1 to 5", had: "\(kind)", at: start)
        }
    }
}
