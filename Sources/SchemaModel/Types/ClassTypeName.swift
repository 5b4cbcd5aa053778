import CQLSyntax

/// A type that is written as a Java class: `'org.apache.cassandra.db.marshal.Int32Type'`, `'ListType(UTF8Type)'`
/// (`TypeParser`).
struct ClassTypeName {
    static let package = "org.apache.cassandra.db.marshal."

    private let text: String
    private var rest: Substring

    init(_ text: String) {
        self.text = text
        rest = text[...]
    }

    /// The language's name for it, or the class with its full name where it has none.
    func resolved() throws(SchemaRefusal) -> DataType {
        var parser = self
        let type = try parser.type()
        guard parser.rest.isEmpty else { throw .syntax("Error setting type \(text): Syntax error parsing '\(text)'") }
        return type
    }

    private mutating func type() throws(SchemaRefusal) -> DataType {
        skipBlanks()
        let name = String(rest.prefix { $0.isLetter || $0.isNumber || "._+-&".contains($0) })
        rest = rest.dropFirst(name.count)
        let short = name.hasPrefix(Self.package) ? String(name.dropFirst(Self.package.count)) : name
        if let native = Self.natives[short] { return .native(native) }
        guard Self.others.contains(short) else {
            let full = name.contains(".") ? name : Self.package + name
            throw .syntax("Error setting type \(text): Unable to find abstract-type class '\(full)'")
        }
        let parameters = try parameters()
        let types = parameters.compactMap(\.type)
        switch (short, types.count) {
        case ("ListType", 1): return .list(types[0], isFrozen: false)
        case ("SetType", 1): return .set(types[0], isFrozen: false)
        case ("MapType", 2): return .map(types[0], types[1], isFrozen: false)
        case ("FrozenType", 1): return types[0].frozen
        case ("TupleType", _): return .tuple(types)
        case ("ReversedType", 1): return types[0]
        default:
            let inside = parameters.map(\.text).joined(separator: ",")
            return .custom(Self.package + short + (parameters.isEmpty ? "" : "(\(inside))"))
        }
    }

    private mutating func parameters() throws(SchemaRefusal) -> [(type: DataType?, text: String)] {
        skipBlanks()
        guard rest.first == "(" else { return [] }
        rest = rest.dropFirst()
        var parameters: [(type: DataType?, text: String)] = []
        while true {
            skipBlanks()
            if rest.first == ")" { break }
            let alias = rest.prefix { $0.isLetter || $0.isNumber }
            if rest.dropFirst(alias.count).hasPrefix("=>") {
                rest = rest.dropFirst(alias.count + 2)
                parameters.append((nil, "\(alias)=>\(Self.className(of: try type()))"))
            } else {
                let type = try type()
                parameters.append((type, Self.className(of: type)))
            }
            skipBlanks()
            guard rest.first == "," else { break }
            rest = rest.dropFirst()
        }
        guard rest.first == ")" else { throw .syntax("Error setting type \(text): Syntax error parsing '\(text)'") }
        rest = rest.dropFirst()
        return parameters
    }

    private mutating func skipBlanks() {
        while let first = rest.first, first.isWhitespace { rest = rest.dropFirst() }
    }

    /// The Java class of a type, with its package.
    private static func className(of type: DataType) -> String {
        switch type {
        case .native(let native): package + (natives.first { $0.value == native }?.key ?? "BytesType")
        case .custom(let name): name
        case .list(let element, _): "\(package)ListType(\(className(of: element)))"
        case .set(let element, _): "\(package)SetType(\(className(of: element)))"
        case .map(let key, let value, _): "\(package)MapType(\(className(of: key)),\(className(of: value)))"
        case .tuple(let types, _): "\(package)TupleType(\(types.map(className).joined(separator: ",")))"
        case .vector, .userDefined: type.description
        }
    }

    private static let natives: [String: NativeType] = [
        "AsciiType": .ascii, "LongType": .bigint, "BytesType": .blob, "BooleanType": .boolean,
        "CounterColumnType": .counter, "SimpleDateType": .date, "DecimalType": .decimal, "DoubleType": .double,
        "DurationType": .duration, "EmptyType": .empty, "FloatType": .float, "InetAddressType": .inet,
        "Int32Type": .int, "ShortType": .smallint, "UTF8Type": .text, "TimeType": .time, "TimestampType": .timestamp,
        "TimeUUIDType": .timeuuid, "ByteType": .tinyint, "UUIDType": .uuid, "IntegerType": .varint,
    ]

    private static let others: Set<String> = [
        "ListType", "SetType", "MapType", "FrozenType", "TupleType", "ReversedType", "CompositeType",
        "DynamicCompositeType", "LexicalUUIDType", "DateType", "PartitionerDefinedOrder", "ColumnToCollectionType",
    ]
}
