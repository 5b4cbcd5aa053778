/// REGISTER (native_protocol_v4.spec §4.1.8): event types as a [string list].
enum RegisterMessage {
    static func encode(_ types: [EventType], into writer: inout ByteWriter) throws(WireError) {
        try writer.writeStringList(types.map(\.rawValue), "the event types")
    }

    static func decode(_ reader: inout ByteReader) throws(WireError) -> [EventType] {
        let count = Int(try reader.readShort("the number of event types"))
        try reader.checkCount(count, minimumSize: 2, "the number of event types")
        var types: [EventType] = []
        for _ in 0..<count {
            types.append(try EventType(from: &reader))
        }
        return types
    }
}
