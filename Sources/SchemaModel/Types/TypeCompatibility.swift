import CQLSyntax

/// Whether old cells of a dropped column can be read as those of a new one with the same name
/// (`AbstractType.isSerializationCompatibleWith`).
struct TypeCompatibility {
    /// The fields of user-defined types, by the type's name.
    let types: [String: UserType]

    func canRead(_ type: DataType, cellsOf old: DataType) -> Bool {
        guard type.isMultiCell == old.isMultiCell else { return false }
        switch (type, old) {
        case (.native(.blob), _) where old.isCollection: return false
        case (.list(let new, _), .list(let old, _)), (.set(let new, _), .set(let old, _)):
            return type.isMultiCell ? canRead(new, cellsOf: old) : hasValues(new, of: old)
        case (.map(let key, let value, _), .map(let oldKey, let oldValue, _)):
            return key == oldKey
                && (type.isMultiCell ? canRead(value, cellsOf: oldValue) : hasValues(value, of: oldValue))
        default: return hasValues(type, of: old) && fixedLength(type) == fixedLength(old)
        }
    }

    private func hasValues(_ type: DataType, of old: DataType) -> Bool {
        if type == old { return true }
        switch (type, old) {
        case (.native(.blob), _): return true
        case (.native(.text), .native(.ascii)): return true
        case (.native(.bigint), .native(.timestamp)), (.native(.timestamp), .native(.bigint)): return true
        case (.native(.time), .native(.bigint)), (.native(.date), .native(.int)): return true
        case (.native(.uuid), .native(.timeuuid)): return true
        case (.native(.varint), .native(.int)), (.native(.varint), .native(.bigint)): return true
        case (.native(.varint), .native(.timestamp)): return true
        case (.tuple(let new, _), .tuple(let old, _)): return hasValues(new, of: old)
        case (.list(let new, true), .list(let old, true)), (.set(let new, true), .set(let old, true)):
            return hasValues(new, of: old)
        case (.map(let key, let value, true), .map(let oldKey, let oldValue, true)):
            return key == oldKey && hasValues(value, of: oldValue)
        default: return false
        }
    }

    private func hasValues(_ new: [DataType], of old: [DataType]) -> Bool {
        new.count >= old.count && zip(new, old).allSatisfy { hasValues($0, of: $1) }
    }

    /// How many bytes each value of a type has, or nil where they differ.
    private func fixedLength(_ type: DataType) -> Int? {
        switch type {
        case .native(let native):
            switch native {
            case .boolean: 1
            case .int, .float: 4
            case .bigint, .double, .timestamp: 8
            case .uuid, .timeuuid: 16
            case .empty: 0
            default: nil
            }
        case .vector(let element, let dimension): fixedLength(element).map { $0 &* dimension }
        default: nil
        }
    }
}

extension DataType {
    /// The type with user-defined types as tuples of their fields' types (`AbstractType.expandUserTypes`).
    func expandingUserTypes(_ types: [String: UserType]) -> DataType {
        switch self {
        case .native, .custom: self
        case .list(let element, let isFrozen): .list(element.expandingUserTypes(types), isFrozen: isFrozen)
        case .set(let element, let isFrozen): .set(element.expandingUserTypes(types), isFrozen: isFrozen)
        case .map(let key, let value, let isFrozen):
            .map(key.expandingUserTypes(types), value.expandingUserTypes(types), isFrozen: isFrozen)
        case .tuple(let parts, let isFrozen): .tuple(parts.map { $0.expandingUserTypes(types) }, isFrozen: isFrozen)
        case .vector(let element, let dimension): .vector(element.expandingUserTypes(types), dimension: dimension)
        case .userDefined(_, let name, _):
            // A tuple is always one cell, and so is what stands in it.
            .tuple(
                (types[name]?.fields ?? []).map { $0.type.frozen.expandingUserTypes(types.filter { $0.key != name }) })
        }
    }
}
