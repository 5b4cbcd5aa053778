public import CQLSyntax

/// The type of a column, a field or a part of another type, resolved: it says whether it is frozen and whose it is.
///
/// A user-defined type is named, not inlined: its fields are in the catalogue, and may change.
public indirect enum DataType: Hashable, Sendable {
    /// A type that the language names.
    case native(NativeType)
    /// `list<…>`; not frozen, each element is a cell of its own.
    case list(DataType, isFrozen: Bool)
    /// `set<…>`.
    case set(DataType, isFrozen: Bool)
    /// `map<…, …>`.
    case map(DataType, DataType, isFrozen: Bool)
    /// `tuple<…>`, always frozen; not frozen only as what a dropped column's user-defined type was.
    case tuple([DataType], isFrozen: Bool = true)
    /// `vector<…, n>`.
    case vector(DataType, dimension: Int)
    /// A user-defined type.
    case userDefined(keyspace: String, name: String, isFrozen: Bool)
    /// A Java class that the language has no name for.
    case custom(String)

    /// Whether a value is many cells, each written and deleted on its own.
    public var isMultiCell: Bool {
        switch self {
        case .list(_, let isFrozen), .set(_, let isFrozen), .map(_, _, let isFrozen), .tuple(_, let isFrozen),
            .userDefined(_, _, let isFrozen):
            !isFrozen
        case .native, .vector, .custom:
            false
        }
    }

    /// Whether it is a list, a set or a map.
    public var isCollection: Bool {
        switch self {
        case .list, .set, .map: true
        case .native, .tuple, .vector, .userDefined, .custom: false
        }
    }

    /// The types that stand directly in this one.
    public var parts: [DataType] {
        switch self {
        case .list(let element, _), .set(let element, _), .vector(let element, _): [element]
        case .map(let key, let value, _): [key, value]
        case .tuple(let types, _): types
        case .native, .userDefined, .custom: []
        }
    }

    /// The type as one value in one cell, and so what stands in it (`AbstractType.freeze`).
    public var frozen: DataType {
        switch self {
        case .list(let element, _): .list(element.frozen, isFrozen: true)
        case .set(let element, _): .set(element.frozen, isFrozen: true)
        case .map(let key, let value, _): .map(key.frozen, value.frozen, isFrozen: true)
        case .tuple(let types, _): .tuple(types.map(\.frozen), isFrozen: true)
        case .userDefined(let keyspace, let name, _): .userDefined(keyspace: keyspace, name: name, isFrozen: true)
        case .vector(let element, let dimension): .vector(element.frozen, dimension: dimension)
        case .native, .custom: self
        }
    }

    /// Whether a user-defined type stands in it, at any depth; types in the fields of others do not count.
    public func references(_ name: String, in keyspace: String) -> Bool {
        if case .userDefined(keyspace, name, _) = self { return true }
        return parts.contains { $0.references(name, in: keyspace) }
    }

    /// Whether a type stands in it, at any depth, that meets a condition; the type itself counts.
    public func contains(where condition: (DataType) -> Bool) -> Bool {
        condition(self) || parts.contains { $0.contains(where: condition) }
    }
}

extension DataType: CustomStringConvertible {
    /// The type as `system_schema` writes it: `frozen<map<text, frozen<list<int>>>>`, user-defined types without their
    /// keyspace.
    public var description: String {
        switch self {
        case .native(let type): type.rawValue
        case .list(let element, let isFrozen): Self.wrapped("list<\(element)>", isFrozen)
        case .set(let element, let isFrozen): Self.wrapped("set<\(element)>", isFrozen)
        case .map(let key, let value, let isFrozen): Self.wrapped("map<\(key), \(value)>", isFrozen)
        case .tuple(let types, let isFrozen):
            Self.wrapped("tuple<\(types.map(\.description).joined(separator: ", "))>", isFrozen)
        case .vector(let element, let dimension): "vector<\(element), \(dimension)>"
        case .userDefined(_, let name, let isFrozen): Self.wrapped(CQLIdentifier.quoted(name), isFrozen)
        case .custom(let className): "'\(className)'"
        }
    }

    private static func wrapped(_ text: String, _ isFrozen: Bool) -> String {
        isFrozen ? "frozen<\(text)>" : text
    }
}
