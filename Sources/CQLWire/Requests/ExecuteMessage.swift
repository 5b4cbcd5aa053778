/// EXECUTE (native_protocol_v4.spec §4.1.6): the id of a prepared statement and its parameters.
enum ExecuteMessage {
    static func encode(
        _ id: [UInt8],
        _ parameters: QueryParameters,
        into writer: inout ByteWriter
    ) throws(WireError) {
        try writer.writeShortBytes(id, "the prepared statement id")
        try parameters.encode(into: &writer)
    }

    static func decode(_ reader: inout ByteReader) throws(WireError) -> Request {
        let id = Array(try reader.readShortBytes("the prepared statement id"))
        return .execute(id: id, try QueryParameters(from: &reader))
    }
}
