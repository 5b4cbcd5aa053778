import CQLSyntax
import SchemaModel

extension StatementWriter {
    private static let keyTypes: [NativeType] = [
        .ascii, .bigint, .blob, .boolean, .date, .decimal, .double, .float, .inet, .int, .smallint, .text, .time,
        .timestamp, .timeuuid, .tinyint, .uuid, .varint,
    ]

    /// `CREATE TYPE`.
    mutating func createType() -> String? {
        let fields = columnNames(random.number(1...5)).map { "\(CQLIdentifier.quoted($0)) \(fieldType())" }
        return "CREATE TYPE \(qualified(objectName())) (\(fields.joined(separator: ", ")))"
    }

    /// A type that a column of a key can have.
    mutating func keyType() -> String {
        switch random.below(12) {
        case 0: "frozen<list<\(random.pick(Self.keyTypes))>>"
        case 1: "tuple<\(random.pick(Self.keyTypes)), \(random.pick(Self.keyTypes))>"
        case 2: pick(keyspace.types).map { "frozen<\(CQLIdentifier.quoted($0.name))>" } ?? "text"
        default: "\(random.pick(Self.keyTypes))"
        }
    }

    /// A type that a field of a user-defined type can have.
    mutating func fieldType() -> String {
        switch random.below(8) {
        case 0: "frozen<\(collection(2))>"
        case 1: collection(1)
        case 2: pick(keyspace.types).map { "frozen<\(CQLIdentifier.quoted($0.name))>" } ?? "int"
        default: "\(random.pick(Self.keyTypes))"
        }
    }

    /// A type that a column outside of the key can have.
    mutating func columnType() -> String {
        switch random.below(14) {
        case 0, 1: collection(2)
        case 2: "frozen<\(collection(2))>"
        case 3: "tuple<\(element(1)), \(element(1)), \(element(1))>"
        case 4: pick(keyspace.types).map { CQLIdentifier.quoted($0.name) } ?? "uuid"
        case 5: pick(keyspace.types).map { "frozen<\(CQLIdentifier.quoted($0.name))>" } ?? "uuid"
        case 6: release >= .v50 ? "vector<\(random.pick(["float", "int", "text"])), \(random.number(1...9))>" : "float"
        case 7: "duration"
        default: "\(random.pick(Self.keyTypes))"
        }
    }

    private mutating func collection(_ depth: Int) -> String {
        switch random.below(3) {
        case 0: "list<\(element(depth - 1))>"
        case 1: "set<\(element(depth - 1))>"
        default: "map<\(random.pick(Self.keyTypes)), \(element(depth - 1))>"
        }
    }

    /// What stands in a collection or a tuple.
    private mutating func element(_ depth: Int) -> String {
        guard depth > 0, random.isTrue(40) else { return "\(random.pick(Self.keyTypes))" }
        if random.isTrue(30), let type = pick(keyspace.types) { return "frozen<\(CQLIdentifier.quoted(type.name))>" }
        return "frozen<\(collection(depth))>"
    }
}
