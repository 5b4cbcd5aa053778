/// The classes that a type in single quotes may name (`org.apache.cassandra.db.marshal`).
enum MarshalClass {
    private static let package = "org.apache.cassandra.db.marshal."

    /// Whether a class may be there: one of the server's own, or one of another package, which may be installed.
    static func mayExist(_ type: String) -> Bool {
        let name = type.prefix { $0 != "(" }.drop { $0 == " " }.prefix { $0 != " " }
        if name.isEmpty { return true }
        if name.hasPrefix(package) { return names.contains(String(name.dropFirst(package.count))) }
        return name.contains(".") || names.contains(String(name))
    }

    private static let names: Set<String> = [
        "AsciiType", "BooleanType", "ByteType", "BytesType", "ColumnToCollectionType", "CompositeType",
        "CounterColumnType", "DateType", "DecimalType", "DoubleType", "DurationType", "DynamicCompositeType",
        "EmptyType", "FloatType", "FrozenType", "InetAddressType", "Int32Type", "IntegerType", "LexicalUUIDType",
        "LegacyTimeUUIDType", "ListType", "LongType", "MapType", "PartitionerDefinedOrder", "ReversedType", "SetType",
        "ShortType", "SimpleDateType", "TimeType", "TimeUUIDType", "TimestampType", "TupleType", "UTF8Type", "UUIDType",
        "UserType", "VectorType",
    ]
}
