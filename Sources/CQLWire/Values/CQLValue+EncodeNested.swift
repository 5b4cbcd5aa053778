/// Values that hold values (native_protocol_v4.spec §6).
extension CQLValue {
    static func writeElements(
        _ elements: [CQLValue],
        as type: CQLType,
        into writer: inout ByteWriter
    ) throws(WireError) {
        try writer.writeIntCount(elements.count, "the number of elements")
        for (index, element) in elements.enumerated() {
            do {
                try writeMember(element, as: type, into: &writer)
            } catch {
                throw error.within("element \(index + 1)")
            }
        }
    }

    static func writeEntries(
        _ entries: [Entry],
        as key: CQLType,
        _ value: CQLType,
        into writer: inout ByteWriter
    ) throws(WireError) {
        try writer.writeIntCount(entries.count, "the number of entries")
        for (index, entry) in entries.enumerated() {
            do {
                try writeMember(entry.key, as: key, into: &writer)
                try writeMember(entry.value, as: value, into: &writer)
            } catch {
                throw error.within("entry \(index + 1)")
            }
        }
    }

    /// Writes a value as [bytes]; nil is null.
    private static func writeMember(
        _ value: CQLValue?,
        as type: CQLType,
        into writer: inout ByteWriter
    ) throws(WireError) {
        guard let value else {
            writer.writeInt(-1)
            return
        }
        let mark = writer.beginLength()
        try value.encode(into: &writer, as: type)
        try writer.endLength(mark, "the length of a value")
    }

    static func writeTuple(
        _ elements: [CQLValue?],
        as types: [CQLType],
        into writer: inout ByteWriter
    ) throws(WireError) {
        guard elements.count <= types.count else {
            throw .unencodable("a tuple", needed: "at most \(types.count) elements", had: "\(elements.count)")
        }
        for (index, (element, type)) in zip(elements, types).enumerated() {
            do {
                try writeMember(element, as: type, into: &writer)
            } catch {
                throw error.within("element \(index + 1)")
            }
        }
    }

    /// Writes the type's fields up to the last one that the value has; those missing in between are null.
    static func writeFields(
        _ fields: [Field],
        as type: UserDefinedType,
        into writer: inout ByteWriter
    ) throws(WireError) {
        if let stranger = fields.first(where: { field in !type.fields.contains { $0.name == field.name } }) {
            let names = type.fields.map(\.name).joined(separator: ", ")
            throw .unencodable("a value of type \(type.name)", needed: "the fields \(names)", had: stranger.name)
        }
        let last = type.fields.lastIndex { field in fields.contains { $0.name == field.name } }
        for field in type.fields.prefix(last.map { $0 + 1 } ?? 0) {
            do {
                let value = fields.first { $0.name == field.name }?.value
                try writeMember(value, as: field.type, into: &writer)
            } catch {
                throw error.within("field '\(field.name)'")
            }
        }
    }

    static func writeVector(
        _ elements: [CQLValue],
        as type: CQLType,
        dimension: Int,
        into writer: inout ByteWriter
    ) throws(WireError) {
        guard elements.count == dimension else {
            throw .unencodable("a vector", needed: "\(dimension) elements", had: "\(elements.count)")
        }
        let width = type.fixedWidthInVector
        for (index, element) in elements.enumerated() {
            do throws(WireError) {
                let bytes = try element.encoded(as: type)
                if let width {
                    // An empty element would shift all the others.
                    guard bytes.count == width else {
                        throw WireError.unencodable("a value", needed: "\(width) bytes", had: "\(bytes.count)")
                    }
                } else {
                    writer.writeUnsignedVInt(UInt64(bytes.count))
                }
                writer.write(bytes)
            } catch {
                throw error.within("element \(index + 1)")
            }
        }
    }
}
