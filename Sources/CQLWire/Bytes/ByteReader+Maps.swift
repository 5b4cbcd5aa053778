/// The lists and maps of native_protocol_v4.spec §3.
extension ByteReader {
    /// Reads a [string list].
    public mutating func readStringList(_ field: String) throws(WireError) -> [String] {
        let count = Int(try readShort(field))
        try checkCount(count, minimumSize: 2, field)
        var strings: [String] = []
        strings.reserveCapacity(count)
        for _ in 0..<count {
            strings.append(try readString(field))
        }
        return strings
    }

    /// Reads a [string map]; of equal keys the last one counts.
    public mutating func readStringMap(_ field: String) throws(WireError) -> [String: String] {
        let count = Int(try readShort(field))
        try checkCount(count, minimumSize: 4, field)
        var map: [String: String] = [:]
        for _ in 0..<count {
            let key = try readString(field)
            map[key] = try readString(field)
        }
        return map
    }

    /// Reads a [string multimap]; of equal keys the last one counts.
    public mutating func readStringMultimap(_ field: String) throws(WireError) -> [String: [String]] {
        let count = Int(try readShort(field))
        try checkCount(count, minimumSize: 4, field)
        var map: [String: [String]] = [:]
        for _ in 0..<count {
            let key = try readString(field)
            map[key] = try readStringList(field)
        }
        return map
    }

    /// Reads a [bytes map]; a null value stays in the map as `.some(nil)`.
    public mutating func readBytesMap(_ field: String) throws(WireError) -> [String: [UInt8]?] {
        let count = Int(try readShort(field))
        try checkCount(count, minimumSize: 6, field)
        var map: [String: [UInt8]?] = [:]
        for _ in 0..<count {
            let key = try readString(field)
            let value = try readBytes(field).map { Array($0) }
            map.updateValue(value, forKey: key)
        }
        return map
    }
}
