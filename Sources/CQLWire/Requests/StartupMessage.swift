/// STARTUP (native_protocol_v4.spec §4.1.1): a [string map].
enum StartupMessage {
    static func encode(_ options: [String: String], into writer: inout ByteWriter) throws(WireError) {
        try writer.writeStringMap(options, "the startup options")
    }

    static func decode(_ reader: inout ByteReader) throws(WireError) -> [String: String] {
        try reader.readStringMap("the startup options")
    }
}
