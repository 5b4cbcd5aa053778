/// Types as the names of their classes in Cassandra, which the wire shows for types without an id of their own.
extension CQLType {
    /// The package of all classes known here.
    static let javaPackage = "org.apache.cassandra.db.marshal."

    /// The classes of types without parameters.
    static let javaClasses: [(name: String, type: CQLType)] = [
        ("AsciiType", .ascii), ("LongType", .bigint), ("BytesType", .blob), ("BooleanType", .boolean),
        ("CounterColumnType", .counter), ("SimpleDateType", .date), ("DecimalType", .decimal),
        ("DoubleType", .double), ("DurationType", .duration), ("FloatType", .float), ("InetAddressType", .inet),
        ("Int32Type", .int), ("ShortType", .smallint), ("UTF8Type", .text), ("TimeType", .time),
        ("TimestampType", .timestamp), ("TimeUUIDType", .timeuuid), ("ByteType", .tinyint), ("UUIDType", .uuid),
        ("IntegerType", .varint),
    ]

    /// Creates the type of a class name with parameters, such as
    /// `org.apache.cassandra.db.marshal.VectorType(org.apache.cassandra.db.marshal.FloatType , 3)`.
    ///
    /// What is not a class known here, or not well-formed, is a ``custom(_:)`` type of that name.
    public init(javaClassName name: String) {
        var parser = JavaClassParser(name)
        self = parser.parseAll() ?? .custom(name)
    }

    /// The name of the class in Cassandra, with its parameters.
    public var javaClassName: String { javaClassName(frozen: false) }

    /// - Parameter frozen: Whether the place is one where the server writes FrozenType around collections and
    ///   user-defined types: it does so once, at the outermost of them.
    private func javaClassName(frozen: Bool) -> String {
        let package = CQLType.javaPackage
        func parameters(_ types: [CQLType]) -> String {
            "(" + types.map { $0.javaClassName(frozen: false) }.joined(separator: ",") + ")"
        }
        func freeze(_ name: String) -> String {
            frozen ? package + "FrozenType(" + package + name + ")" : package + name
        }
        switch self {
        case .list(let element): return freeze("ListType" + parameters([element]))
        case .set(let element): return freeze("SetType" + parameters([element]))
        case .map(let key, let value): return freeze("MapType" + parameters([key, value]))
        case .tuple(let elements): return package + "TupleType" + parameters(elements)
        case .udt(let type):
            let fields = type.fields.map {
                "," + CQLType.hex($0.name) + ":" + $0.type.javaClassName(frozen: false)
            }
            return freeze("UserType(\(type.keyspace),\(CQLType.hex(type.name))\(fields.joined()))")
        case .vector(let element, let dimension):
            return package + "VectorType(" + element.javaClassName(frozen: true) + " , \(dimension))"
        case .custom(let name): return name
        default:
            let name = CQLType.javaClasses.first { $0.type == self }?.name ?? "BytesType"
            return package + name
        }
    }

    private static func hex(_ text: String) -> String {
        text.utf8.hexadecimal
    }
}
