import CQLSyntax
import SchemaModel

extension RandomKeyspace {
    private static let types = ["zone", "Address", "money", "fourth"]
    private static let fields = ["x", "y", "Code", "note", "with space", "select"]
    private static let natives = [
        "ascii", "bigint", "blob", "boolean", "date", "decimal", "double", "duration", "float", "inet", "int",
        "smallint", "text", "time", "timestamp", "timeuuid", "tinyint", "uuid", "varint",
    ]

    mutating func createType(_ keyspace: Keyspace) -> String? {
        guard let name = generator.pick(Self.types) else { return nil }
        let fields = generator.some(1...4, of: Self.fields).map { "\(quoted($0)) \(type(keyspace, frozen: true))" }
        return "CREATE TYPE \(quoted(name)) (\(fields.joined(separator: ", ")))"
    }

    mutating func alterType(_ keyspace: Keyspace) -> String? {
        guard let type = pick(keyspace.types), let field = generator.pick(Self.fields) else { return nil }
        let start = "ALTER TYPE \(quoted(type.name))"
        if generator.chance(60) { return "\(start) ADD \(quoted(field)) \(self.type(keyspace, frozen: true))" }
        guard let old = generator.pick(type.fields) else { return nil }
        return "\(start) RENAME \(quoted(old.name)) TO \(quoted(field))"
    }

    /// The type of a column.
    ///
    /// - Parameter frozen: Whether a type that can be many cells has to be one.
    mutating func type(_ keyspace: Keyspace, frozen: Bool = false, depth: Int = 0) -> String {
        let isNested = depth > 0
        let native = generator.pick(Self.natives) ?? "text"
        guard depth < 2, generator.chance(45) else { return native }
        let text: String
        switch generator.number(0...5) {
        case 0: text = "list<\(type(keyspace, frozen: true, depth: depth + 1))>"
        case 1: text = "set<\(keyType(keyspace, depth: depth + 1))>"
        case 2: text = "map<\(keyType(keyspace, depth: depth + 1)), \(type(keyspace, frozen: true, depth: depth + 1))>"
        case 3:
            let parts = (0..<generator.number(1...3)).map { _ in type(keyspace, frozen: true, depth: depth + 1) }
            return "frozen<tuple<\(parts.joined(separator: ", "))>>"
        case 4:
            guard release >= .v50 else { return native }
            let element = generator.chance(60) ? "float" : type(keyspace, frozen: true, depth: depth + 1)
            return "vector<\(element), \(generator.number(1...8))>"
        default:
            guard let type = pick(keyspace.types) else { return native }
            text = quoted(type.name)
        }
        return frozen || isNested || generator.chance(40) ? "frozen<\(text)>" : text
    }

    /// A type that a key can have.
    mutating func keyType(_ keyspace: Keyspace, depth: Int = 0) -> String {
        let type = type(keyspace, frozen: true, depth: depth)
        return type == "duration" ? "text" : type
    }
}
