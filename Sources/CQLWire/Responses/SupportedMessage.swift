/// SUPPORTED (native_protocol_v4.spec §4.2.4): a [string multimap].
enum SupportedMessage {
    static func encode(_ options: [String: [String]], into writer: inout ByteWriter) throws(WireError) {
        try writer.writeStringMultimap(options, "the supported options")
    }

    static func decode(_ reader: inout ByteReader) throws(WireError) -> [String: [String]] {
        try reader.readStringMultimap("the supported options")
    }
}
