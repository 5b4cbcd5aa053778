import CQLSyntax

/// The Java class of a type as the server's messages have it (`AbstractType.toString`).
struct JavaTypeName {
    private let keyspace: Keyspace

    init(_ keyspace: Keyspace) { self.keyspace = keyspace }

    func text(_ type: DataType) -> String {
        switch type {
        case .native(let native): return ClassTypeName.package + (Self.natives[native] ?? "BytesType")
        case .list(let element, let isFrozen): return call("ListType", [text(element)], isFrozen)
        case .set(let element, let isFrozen): return call("SetType", [text(element)], isFrozen)
        case .map(let key, let value, let isFrozen): return call("MapType", [text(key), text(value)], isFrozen)
        case .tuple(let parts, _): return call("TupleType", parts.map(text), false)
        case .vector(let element, let dimension): return call("VectorType", [text(element), " \(dimension)"], false)
        case .custom(let name): return name
        case .userDefined(let owner, let name, let isFrozen):
            let fields = (keyspace.types[name]?.fields ?? []).map { "\(hex($0.name)):\(text($0.type))" }
            return call("UserType", [owner, hex(name)] + fields, isFrozen)
        }
    }

    private func call(_ name: String, _ parts: [String], _ isFrozen: Bool) -> String {
        let text = "\(ClassTypeName.package)\(name)(\(parts.joined(separator: ",")))"
        return isFrozen ? "\(ClassTypeName.package)FrozenType(\(text))" : text
    }

    private func hex(_ text: String) -> String {
        text.utf8.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    private static let natives: [NativeType: String] = [
        .ascii: "AsciiType", .bigint: "LongType", .blob: "BytesType", .boolean: "BooleanType",
        .counter: "CounterColumnType", .date: "SimpleDateType", .decimal: "DecimalType", .double: "DoubleType",
        .duration: "DurationType", .empty: "EmptyType", .float: "FloatType", .inet: "InetAddressType",
        .int: "Int32Type", .smallint: "ShortType", .text: "UTF8Type", .time: "TimeType", .timestamp: "TimestampType",
        .timeuuid: "TimeUUIDType", .tinyint: "ByteType", .uuid: "UUIDType", .varint: "IntegerType",
    ]
}
