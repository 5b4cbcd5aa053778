import CQLSyntax

extension SchemaPlanner {
    /// Drops the types that the goal has not, and those that it has with other fields, as far as nothing uses them.
    mutating func dropTypes() {
        var rest = start.types.values.filter { type in
            goal.types[type.name].map { !Self.canBecome(type, $0) } ?? true
        }.sorted { $0.name < $1.name }
        // Who needs another one goes before it.
        while let index = rest.firstIndex(where: { users(of: $0.name).isEmpty }) {
            let type = rest.remove(at: index)
            let isMadeAnew = goal.types[type.name] != nil
            run(
                "DROP TYPE \(name(type.name));", typeObject(type.name),
                isMadeAnew ? .safe : .risky("statements and prepared statements that name the type fail"))
        }
        for type in rest {
            guard let other = goal.types[type.name] else {
                impossible(
                    typeObject(type.name),
                    "the type is still used by \(users(of: type.name).joined(separator: ", "))")
                continue
            }
            explain(type, other)
        }
    }

    /// What of the keyspace, as it is by now, needs a type.
    private func users(of type: String) -> [String] {
        let types = current.types.values.filter { other in
            other.name != type && other.fields.contains { $0.type.references(type, in: start.name) }
        }.map { "type \(CQLIdentifier.quoted($0.name))" }
        let tables = current.tables.values.filter { table in
            table.columns.contains { $0.type.references(type, in: start.name) }
        }.map { "table \(CQLIdentifier.quoted($0.name))" }
        let functions = current.functions.values.filter { function in
            (function.arguments.map(\.type) + [function.returnType]).contains { $0.references(type, in: start.name) }
        }.map { "function \($0.signature)" }
        let aggregates = current.aggregates.values.filter { aggregate in
            (aggregate.argumentTypes + [aggregate.stateType, aggregate.returnType]).contains {
                $0.references(type, in: start.name)
            }
        }.map { "aggregate \($0.signature)" }
        return types.sorted() + tables.sorted() + functions.sorted() + aggregates.sorted()
    }

    /// Creates and alters, each type after those that it needs.
    mutating func makeTypes() {
        let texts = written
        for type in goal.typesInOrder {
            guard let existing = current.types[type.name] else {
                guard let text = texts.types[type.name] else { continue }
                run(describer.text(text), typeObject(type.name), .safe)
                continue
            }
            guard Self.canBecome(existing, type) else { continue }
            alter(existing, to: type)
        }
    }

    private mutating func alter(_ type: UserType, to goal: UserType) {
        for (old, new) in zip(type.fields, goal.fields) where old.name != new.name {
            let renaming = "\(CQLIdentifier.quoted(old.name)) TO \(CQLIdentifier.quoted(new.name))"
            run(
                "ALTER TYPE \(name(type.name)) RENAME \(renaming);", field(type.name, new.name),
                .risky("statements that name the field \(CQLIdentifier.quoted(old.name)) fail"))
        }
        for field in goal.fields.dropFirst(type.fields.count) {
            run(
                "ALTER TYPE \(name(type.name)) ADD \(CQLIdentifier.quoted(field.name)) \(field.type);",
                self.field(type.name, field.name), .safe)
        }
    }

    /// Whether fields that have other names, and more of them behind, are all that is different.
    private static func canBecome(_ type: UserType, _ goal: UserType) -> Bool {
        guard type.fields.count <= goal.fields.count else { return false }
        let names = Set(type.fields.map(\.name))
        let goalNames = Set(goal.fields.map(\.name))
        return zip(type.fields, goal.fields).allSatisfy { old, new in
            guard old.type == new.type else { return false }
            return old.name == new.name || (!goalNames.contains(old.name) && !names.contains(new.name))
        }
    }

    private mutating func explain(_ type: UserType, _ goal: UserType) {
        let recipe =
            "make a type with another name, write both, copy the old values, then drop what uses the old type"
        for old in type.fields {
            guard let new = goal.fields.first(where: { $0.name == old.name }) else {
                impossible(
                    field(type.name, old.name), "a type that is in use cannot lose a field: \(recipe)")
                continue
            }
            guard old.type != new.type else { continue }
            impossible(
                field(type.name, old.name),
                "a field of a type that is in use cannot become \(new.type) from \(old.type): \(recipe)")
        }
        let names = Set(type.fields.map(\.name)).intersection(goal.fields.map(\.name))
        if type.fields.map(\.name).filter(names.contains) != goal.fields.map(\.name).filter(names.contains)
            || !Self.onlyGrows(type, goal)
        {
            impossible(
                typeObject(type.name),
                "fields of a type that is in use keep their places, and new ones stand behind them: \(recipe)")
        }
    }

    private static func onlyGrows(_ type: UserType, _ goal: UserType) -> Bool {
        let kept = type.fields.map(\.name).filter { name in goal.fields.contains { $0.name == name } }
        return Array(goal.fields.map(\.name).prefix(kept.count)) == kept
    }

    private func typeObject(_ type: String) -> SchemaDifference.Object { .type(keyspace: start.name, name: type) }

    private func field(_ type: String, _ field: String) -> SchemaDifference.Object {
        .field(keyspace: start.name, type: type, name: field)
    }
}
