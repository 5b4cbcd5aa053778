import CQLSyntax

extension Keyspace {
    /// Whether a user-defined type stands in another type, be it in the fields of the types in it.
    func references(_ name: String, from type: DataType) -> Bool {
        contains(type) { part in
            guard case .userDefined(_, name, _) = part else { return false }
            return true
        }
    }

    /// Whether a duration stands in a type or in the fields of a user-defined type in it.
    func containsDuration(_ type: DataType) -> Bool { contains(type) { $0 == .native(.duration) } }

    /// Whether a type is a user-defined one that is not frozen with a field that is many cells.
    func hasNestedCollection(_ type: DataType) -> Bool {
        guard case .userDefined(_, let name, false) = type else { return false }
        return (types[name]?.fields ?? []).contains(where: \.type.isMultiCell)
    }

    /// Whether a part that meets a condition stands in a type or in the fields of the user-defined types in it.
    ///
    /// Each user-defined type is looked into once: rows that somebody made up may hold types that need themselves.
    private func contains(_ type: DataType, where condition: (DataType) -> Bool) -> Bool {
        var seen: Set<String> = []
        var rest = [type]
        while let next = rest.popLast() {
            if condition(next) { return true }
            rest += next.parts
            if case .userDefined(_, let name, _) = next, seen.insert(name).inserted {
                rest += (types[name]?.fields ?? []).map(\.type)
            }
        }
        return false
    }
}
