/// AUTH_RESPONSE (native_protocol_v4.spec §4.1.2): a token as [bytes].
enum AuthResponseMessage {
    static func encode(_ token: [UInt8]?, into writer: inout ByteWriter) throws(WireError) {
        try writer.writeBytes(token, "the authentication token")
    }

    static func decode(_ reader: inout ByteReader) throws(WireError) -> [UInt8]? {
        try reader.readBytes("the authentication token").map { Array($0) }
    }
}
