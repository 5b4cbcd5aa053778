/// AUTHENTICATE (native_protocol_v4.spec §4.2.3): the class name of the authenticator as [string].
enum AuthenticateMessage {
    static func encode(_ name: String, into writer: inout ByteWriter) throws(WireError) {
        try writer.writeString(name, "the authenticator class")
    }

    static func decode(_ reader: inout ByteReader) throws(WireError) -> String {
        try reader.readString("the authenticator class")
    }
}
