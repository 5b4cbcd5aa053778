/// A type of CQL, as far as the wire shows it: whether a type is frozen or reversed is not visible.
public enum CQLType: Hashable, Sendable {
    /// `ascii`
    case ascii
    /// `bigint`
    case bigint
    /// `blob`
    case blob
    /// `boolean`
    case boolean
    /// `counter`
    case counter
    /// `date`
    case date
    /// `decimal`
    case decimal
    /// `double`
    case double
    /// `duration`
    case duration
    /// `float`
    case float
    /// `inet`
    case inet
    /// `int`
    case int
    /// `smallint`
    case smallint
    /// `text`, also called `varchar`
    case text
    /// `time`
    case time
    /// `timestamp`
    case timestamp
    /// `timeuuid`
    case timeuuid
    /// `tinyint`
    case tinyint
    /// `uuid`
    case uuid
    /// `varint`
    case varint
    /// `list<element>`
    indirect case list(CQLType)
    /// `set<element>`
    indirect case set(CQLType)
    /// `map<key, value>`
    indirect case map(CQLType, CQLType)
    /// `tuple<…>`
    case tuple([CQLType])
    /// A user-defined type.
    case udt(UserDefinedType)
    /// `vector<element, dimension>`
    indirect case vector(CQLType, dimension: Int)
    /// A type that only its Java class, given by name and perhaps parameters, knows.
    case custom(String)
}

extension CQLType {
    /// How deep types from the wire may be nested.
    ///
    /// Cassandra has no limit, but nobody comes near this one, and decoding recurses once a level.
    static let maximumDepth = 64

    /// How many bytes each value has as an element of a vector; nil if that varies or if vectors do not use it.
    ///
    /// The server counts fewer types as fixed than have values of one size (Cassandra `AbstractType.valueLengthIfFixed`):
    /// smallint, tinyint, date and time are not among them.
    var fixedWidthInVector: Int? {
        switch self {
        case .boolean: return 1
        case .int, .float: return 4
        case .bigint, .double, .timestamp: return 8
        case .uuid, .timeuuid: return 16
        case .vector(let element, let dimension):
            guard let width = element.fixedWidthInVector else { return nil }
            // A product that overflows is a size that no value can have.
            let (size, overflow) = width.multipliedReportingOverflow(by: dimension)
            return overflow ? Int.max : size
        default: return nil
        }
    }
}

extension CQLType: CustomStringConvertible {
    /// The type as CQL writes it, without `frozen`.
    public var description: String {
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
        case .list(let element): "list<\(element)>"
        case .set(let element): "set<\(element)>"
        case .map(let key, let value): "map<\(key), \(value)>"
        case .tuple(let elements): "tuple<\(elements.map(\.description).joined(separator: ", "))>"
        case .udt(let type): "\(type.keyspace).\(type.name)"
        case .vector(let element, let dimension): "vector<\(element), \(dimension)>"
        case .custom(let name): "'\(name)'"
        }
    }
}
