/// AUTH_SUCCESS (native_protocol_v4.spec §4.2.8): a token as [bytes], usually null.
enum AuthSuccessMessage {
    static func encode(_ token: [UInt8]?, into writer: inout ByteWriter) throws(WireError) {
        try writer.writeBytes(token, "the authentication token")
    }

    static func decode(_ reader: inout ByteReader) throws(WireError) -> [UInt8]? {
        try reader.readBytes("the authentication token").map { Array($0) }
    }
}
