/// QUERY (native_protocol_v4.spec §4.1.4): a statement as [long string] and its parameters.
enum QueryMessage {
    static func encode(
        _ cql: String,
        _ parameters: QueryParameters,
        into writer: inout ByteWriter
    ) throws(WireError) {
        try writer.writeLongString(cql, "the query text")
        try parameters.encode(into: &writer)
    }

    static func decode(_ reader: inout ByteReader) throws(WireError) -> Request {
        let cql = try reader.readLongString("the query text")
        return .query(cql, try QueryParameters(from: &reader))
    }
}
