/// The [option] form of types (native_protocol_v4.spec §4.2.5.2).
extension CQLType {
    /// The ids of types without parameters.
    private static let simple: [(id: UInt16, type: CQLType)] = [
        (0x01, .ascii), (0x02, .bigint), (0x03, .blob), (0x04, .boolean), (0x05, .counter), (0x06, .decimal),
        (0x07, .double), (0x08, .float), (0x09, .int), (0x0b, .timestamp), (0x0c, .uuid), (0x0d, .text),
        (0x0e, .varint), (0x0f, .timeuuid), (0x10, .inet), (0x11, .date), (0x12, .time), (0x13, .smallint),
        (0x14, .tinyint),
    ]

    /// Writes the type.
    ///
    /// Duration and vector have no id in version 4 and go by their Java classes.
    public func encode(into writer: inout ByteWriter) throws(WireError) {
        switch self {
        case .list(let element):
            writer.writeShort(0x20)
            try element.encode(into: &writer)
        case .map(let key, let value):
            writer.writeShort(0x21)
            try key.encode(into: &writer)
            try value.encode(into: &writer)
        case .set(let element):
            writer.writeShort(0x22)
            try element.encode(into: &writer)
        case .udt(let type):
            writer.writeShort(0x30)
            try writer.writeString(type.keyspace, "the keyspace of a user-defined type")
            try writer.writeString(type.name, "the name of a user-defined type")
            try writer.writeShortCount(type.fields.count, "the number of fields of a user-defined type")
            for field in type.fields {
                try writer.writeString(field.name, "the name of a field")
                try field.type.encode(into: &writer)
            }
        case .tuple(let elements):
            writer.writeShort(0x31)
            try writer.writeShortCount(elements.count, "the number of elements of a tuple")
            for element in elements {
                try element.encode(into: &writer)
            }
        case .custom, .duration, .vector:
            writer.writeShort(0x00)
            try writer.writeString(javaClassName, "the class of a custom type")
        default:
            guard let id = CQLType.simple.first(where: { $0.type == self })?.id else {
                throw .unencodable("a type", needed: "a type with an id", had: "\(self)")
            }
            writer.writeShort(id)
        }
    }

    /// Reads a type.
    public init(from reader: inout ByteReader) throws(WireError) {
        try self.init(from: &reader, depth: 1)
    }

    fileprivate init(from reader: inout ByteReader, depth: Int) throws(WireError) {
        let start = reader.position
        guard depth <= CQLType.maximumDepth else {
            throw WireError(
                .tooLarge,
                field: "the type",
                needed: "at most \(CQLType.maximumDepth) levels of nesting",
                had: "more",
                position: start
            )
        }
        let id = try reader.readShort("the id of the type")
        switch id {
        case 0x00:
            self = CQLType(javaClassName: try reader.readString("the class of a custom type"))
        case 0x0a:
            // Version 1 had text and varchar; servers never send it since.
            self = .text
        case 0x20:
            self = .list(try CQLType(from: &reader, depth: depth + 1))
        case 0x21:
            let key = try CQLType(from: &reader, depth: depth + 1)
            self = .map(key, try CQLType(from: &reader, depth: depth + 1))
        case 0x22:
            self = .set(try CQLType(from: &reader, depth: depth + 1))
        case 0x30:
            self = .udt(try UserDefinedType(from: &reader, depth: depth))
        case 0x31:
            let count = Int(try reader.readShort("the number of elements of a tuple"))
            try reader.checkCount(count, minimumSize: 2, "the number of elements of a tuple")
            var elements: [CQLType] = []
            elements.reserveCapacity(count)
            for _ in 0..<count {
                elements.append(try CQLType(from: &reader, depth: depth + 1))
            }
            self = .tuple(elements)
        default:
            guard let type = CQLType.simple.first(where: { $0.id == id })?.type else {
                throw WireError(
                    .unsupported,
                    field: "the id of the type",
                    needed: "an id that protocol version 4 defines",
                    had: "0x\(String(id, radix: 16))",
                    position: start
                )
            }
            self = type
        }
    }
}

extension UserDefinedType {
    fileprivate init(from reader: inout ByteReader, depth: Int) throws(WireError) {
        let keyspace = try reader.readString("the keyspace of a user-defined type")
        let name = try reader.readString("the name of a user-defined type")
        let count = Int(try reader.readShort("the number of fields of a user-defined type"))
        try reader.checkCount(count, minimumSize: 4, "the number of fields of a user-defined type")
        var fields: [Field] = []
        fields.reserveCapacity(count)
        for _ in 0..<count {
            let field = try reader.readString("the name of a field")
            fields.append(Field(name: field, type: try CQLType(from: &reader, depth: depth + 1)))
        }
        self.init(keyspace: keyspace, name: name, fields: fields)
    }
}
