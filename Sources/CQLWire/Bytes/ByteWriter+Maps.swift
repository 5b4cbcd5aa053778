/// The lists and maps of native_protocol_v4.spec §3. Maps are written in the order of their keys, so that equal
/// messages are equal bytes.
extension ByteWriter {
    /// Writes a [string list].
    public mutating func writeStringList(_ strings: [String], _ field: String) throws(WireError) {
        try writeShortCount(strings.count, field)
        for string in strings {
            try writeString(string, field)
        }
    }

    /// Writes a [string map].
    public mutating func writeStringMap(_ map: [String: String], _ field: String) throws(WireError) {
        try writeShortCount(map.count, field)
        for (key, value) in map.sorted(by: { $0.key < $1.key }) {
            try writeString(key, field)
            try writeString(value, field)
        }
    }

    /// Writes a [string multimap].
    public mutating func writeStringMultimap(_ map: [String: [String]], _ field: String) throws(WireError) {
        try writeShortCount(map.count, field)
        for (key, value) in map.sorted(by: { $0.key < $1.key }) {
            try writeString(key, field)
            try writeStringList(value, field)
        }
    }

    /// Writes a [bytes map].
    public mutating func writeBytesMap(_ map: [String: [UInt8]?], _ field: String) throws(WireError) {
        try writeShortCount(map.count, field)
        for (key, value) in map.sorted(by: { $0.key < $1.key }) {
            try writeString(key, field)
            try writeBytes(value, field)
        }
    }
}
