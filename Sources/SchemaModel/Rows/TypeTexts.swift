import CQLSyntax

/// Reads the types of `system_schema`, each text once.
struct TypeTexts {
    private var known: [String: TypeExpression?] = [:]

    /// The type of a text, or nil where it is none; names are those of types of the keyspace, be they there or not.
    mutating func type(_ text: String, _ keyspace: String) -> DataType? {
        if text == NativeType.empty.rawValue { return .native(.empty) }
        if known[text] == nil { known.updateValue(Self.read(text), forKey: text) }
        guard let expression = known[text].flatMap({ $0 }) else { return nil }
        return Self.resolved(expression, keyspace, isFrozen: false)
    }

    /// The reader of statements is the one that knows types: it reads a statement around the text.
    private static func read(_ text: String) -> TypeExpression? {
        guard case .createType(let statement) = try? StatementTree(parsing: "CREATE TYPE t (f \(text))"),
            statement.fields.count == 1
        else { return nil }
        return statement.fields.first?.type
    }

    private static func resolved(_ type: TypeExpression, _ keyspace: String, isFrozen: Bool) -> DataType {
        func part(_ type: TypeExpression) -> DataType { resolved(type, keyspace, isFrozen: false) }
        return switch type {
        case .native(let native): .native(native)
        case .list(let element): .list(part(element), isFrozen: isFrozen)
        case .set(let element): .set(part(element), isFrozen: isFrozen)
        case .map(let key, let value): .map(part(key), part(value), isFrozen: isFrozen)
        case .tuple(let parts): .tuple(parts.map(part), isFrozen: isFrozen)
        case .vector(let element, let dimension): .vector(part(element), dimension: dimension)
        case .frozen(let inner): resolved(inner, keyspace, isFrozen: true)
        case .userDefined(let name): .userDefined(keyspace: keyspace, name: name.name.text, isFrozen: isFrozen)
        case .custom(let className): .custom(className)
        }
    }
}
