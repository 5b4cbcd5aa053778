/// Values that hold values (native_protocol_v4.spec §6).
extension CQLValue {
    static func readElements(_ type: CQLType, _ reader: inout ByteReader) throws(WireError) -> [CQLValue] {
        let count = Int(try reader.readInt("the number of elements"))
        try reader.checkCount(count, minimumSize: 4, "the number of elements")
        var elements: [CQLValue] = []
        elements.reserveCapacity(count)
        for index in 0..<count {
            do {
                elements.append(try readMember(type, &reader))
            } catch {
                throw error.within("element \(index + 1)")
            }
        }
        return elements
    }

    static func readEntries(
        _ key: CQLType,
        _ value: CQLType,
        _ reader: inout ByteReader
    ) throws(WireError) -> [Entry] {
        let count = Int(try reader.readInt("the number of entries"))
        try reader.checkCount(count, minimumSize: 8, "the number of entries")
        var entries: [Entry] = []
        entries.reserveCapacity(count)
        for index in 0..<count {
            do {
                let key = try readMember(key, &reader)
                entries.append(Entry(key, try readMember(value, &reader)))
            } catch {
                throw error.within("entry \(index + 1)")
            }
        }
        return entries
    }

    /// Reads a member of a collection, which cannot be null.
    private static func readMember(_ type: CQLType, _ reader: inout ByteReader) throws(WireError) -> CQLValue {
        let start = reader.position
        guard let bytes = try reader.readBytes("the value") else {
            throw .malformed("the value", needed: "a value, as it is in a collection", had: "null", at: start)
        }
        return try CQLValue(decoding: bytes, as: type)
    }

    /// Reads the elements that are there: a value may end early, and then stays short, so that a type of many elements
    /// and a value of no bytes do not take the memory of many nulls.
    static func readTuple(_ types: [CQLType], _ reader: inout ByteReader) throws(WireError) -> [CQLValue?] {
        var elements: [CQLValue?] = []
        for (index, type) in types.enumerated() {
            // A `where` would go on to look at every type that is left.
            guard reader.remaining > 0 else { break }
            do {
                elements.append(try decode(try reader.readBytes("the value"), as: type))
            } catch {
                throw error.within("element \(index + 1)")
            }
        }
        return elements
    }

    /// Reads the fields that are there; see ``readTuple(_:_:)``.
    static func readFields(_ type: UserDefinedType, _ reader: inout ByteReader) throws(WireError) -> [Field] {
        var fields: [Field] = []
        for field in type.fields {
            guard reader.remaining > 0 else { break }
            do {
                let bytes = try reader.readBytes("the value")
                fields.append(Field(field.name, try decode(bytes, as: field.type)))
            } catch {
                throw error.within("field '\(field.name)'")
            }
        }
        return fields
    }

    /// Reads a vector: elements of one size stand side by side, others have their length in front as an unsigned vint.
    static func readVector(
        _ type: CQLType,
        _ dimension: Int,
        _ reader: inout ByteReader
    ) throws(WireError) -> [CQLValue] {
        let width = type.fixedWidthInVector
        try reader.checkCount(dimension, minimumSize: max(1, width ?? 1), "the elements of the vector")
        var elements: [CQLValue] = []
        elements.reserveCapacity(dimension)
        for index in 0..<dimension {
            do {
                let size: Int
                if let width {
                    size = width
                } else {
                    size = Int(clamping: try reader.readUnsignedVInt("the length"))
                }
                elements.append(try CQLValue(decoding: try reader.take(size, "the value"), as: type))
            } catch {
                throw error.within("element \(index + 1)")
            }
        }
        return elements
    }
}
