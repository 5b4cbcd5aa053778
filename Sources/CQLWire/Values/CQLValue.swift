public import FoundationEssentials

/// A value of a CQL type.
///
/// Null is `nil` outside of it.
public enum CQLValue: Hashable, Sendable {
    /// Text in ASCII.
    case ascii(String)
    /// A 64-bit integer.
    case bigint(Int64)
    /// Any bytes.
    case blob([UInt8])
    /// A truth value.
    case boolean(Bool)
    /// The state of a counter.
    case counter(Int64)
    /// The days since 1970-01-01.
    case date(Int32)
    /// A decimal number of any precision.
    case decimal(BigDecimal)
    /// A 64-bit floating-point number.
    case double(Double)
    /// Months, days and nanoseconds.
    case duration(CQLDuration)
    /// A 32-bit floating-point number.
    case float(Float)
    /// An IP address.
    case inet(InetAddress)
    /// A 32-bit integer.
    case int(Int32)
    /// A 16-bit integer.
    case smallint(Int16)
    /// Text.
    case text(String)
    /// The nanoseconds since midnight.
    case time(Int64)
    /// The milliseconds since 1970-01-01T00:00Z.
    case timestamp(Int64)
    /// A UUID of version 1.
    case timeuuid(UUID)
    /// An 8-bit integer.
    case tinyint(Int8)
    /// A UUID of any version.
    case uuid(UUID)
    /// An integer of any size.
    case varint(BigInteger)
    /// The elements of a list.
    case list([CQLValue])
    /// The elements of a set, in the order of the server.
    case set([CQLValue])
    /// The entries of a map, in the order of the server.
    case map([Entry])
    /// The elements of a tuple; a value may have fewer than its type, the missing ones are null.
    case tuple([CQLValue?])
    /// The fields of a user-defined type; a value may have fewer than its type, the missing ones are null.
    case udt([Field])
    /// The elements of a vector.
    case vector([CQLValue])
    /// The bytes of a value whose type only its Java class knows.
    case custom([UInt8])
    /// The zero-length value that most types have besides null; a legacy of Thrift.
    case empty

    /// An entry of a map.
    public struct Entry: Hashable, Sendable {
        /// The key.
        public var key: CQLValue
        /// The value.
        public var value: CQLValue

        /// Creates an entry.
        public init(_ key: CQLValue, _ value: CQLValue) {
            self.key = key
            self.value = value
        }
    }

    /// A field of a user-defined type.
    public struct Field: Hashable, Sendable {
        /// The name, without quotes.
        public var name: String
        /// The value; nil is null.
        public var value: CQLValue?

        /// Creates a field.
        public init(_ name: String, _ value: CQLValue?) {
            self.name = name
            self.value = value
        }
    }
}

extension CQLValue {
    /// The name of the kind of value, for errors.
    var kind: String {
        switch self {
        case .ascii: "ascii"
        case .bigint: "bigint"
        case .blob: "blob"
        case .boolean: "boolean"
        case .counter: "counter"
        case .date: "date"
        case .decimal: "decimal"
        case .double: "double"
        case .duration: "duration"
        case .float: "float"
        case .inet: "inet"
        case .int: "int"
        case .smallint: "smallint"
        case .text: "text"
        case .time: "time"
        case .timestamp: "timestamp"
        case .timeuuid: "timeuuid"
        case .tinyint: "tinyint"
        case .uuid: "uuid"
        case .varint: "varint"
        case .list: "list"
        case .set: "set"
        case .map: "map"
        case .tuple: "tuple"
        case .udt: "user-defined type"
        case .vector: "vector"
        case .custom: "custom"
        case .empty: "empty"
        }
    }
}
