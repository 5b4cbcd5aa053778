/// AUTH_CHALLENGE (native_protocol_v4.spec §4.2.7): a token as [bytes].
enum AuthChallengeMessage {
    static func encode(_ token: [UInt8]?, into writer: inout ByteWriter) throws(WireError) {
        try writer.writeBytes(token, "the authentication challenge")
    }

    static func decode(_ reader: inout ByteReader) throws(WireError) -> [UInt8]? {
        try reader.readBytes("the authentication challenge").map { Array($0) }
    }
}
