/// PREPARE (native_protocol_v4.spec §4.1.5): a statement as [long string].
enum PrepareMessage {
    static func encode(_ cql: String, into writer: inout ByteWriter) throws(WireError) {
        try writer.writeLongString(cql, "the query text")
    }

    static func decode(_ reader: inout ByteReader) throws(WireError) -> String {
        try reader.readLongString("the query text")
    }
}
