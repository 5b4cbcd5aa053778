import CQLSyntax

/// Triggers, comments and security labels.
extension SchemaPlanner {
    /// Drops the triggers that the goal has not or has otherwise.
    mutating func dropTriggers() {
        for table in keptTables {
            for (trigger, className) in (start.tables[table]?.triggers ?? [:]).sorted(by: { $0.key < $1.key })
            where goal.tables[table]?.triggers[trigger] != className {
                run(
                    "DROP TRIGGER \(CQLIdentifier.quoted(trigger)) ON \(name(table));", object(table, trigger),
                    .risky("what the trigger wrote is not written any more"))
            }
        }
    }

    /// The model has no Java, and cannot tell whether a class is there.
    mutating func createTriggers() {
        for table in goal.tables.keys.sorted() {
            guard let existing = current.tables[table]?.triggers else { continue }
            for (trigger, className) in (goal.tables[table]?.triggers ?? [:]).sorted(by: { $0.key < $1.key })
            where existing[trigger] == nil {
                run(
                    "CREATE TRIGGER \(CQLIdentifier.quoted(trigger)) ON \(name(table)) "
                        + "USING \(CQLText.string(className));", object(table, trigger),
                    .risky("every node must have the class, or writes to the table fail")
                ) { $0.tables[table]?.triggers[trigger] = className }
            }
        }
    }

    private func object(_ table: String, _ trigger: String) -> SchemaDifference.Object {
        .trigger(keyspace: start.name, table: table, name: trigger)
    }

    /// Comments and security labels (6.0) of what is there on both sides.
    mutating func annotate() {
        guard release >= .v60 else { return }
        for (target, object, text) in targets {
            let isKeyspace = target == .keyspace
            guard options.changesKeyspace || !isKeyspace else { continue }
            if goal.comments[target] != current.comments[target] {
                run("COMMENT ON \(text) IS \(Self.literal(goal.comments[target]));", object, .safe)
            }
            if goal.securityLabels[target] != current.securityLabels[target] {
                run("SECURITY LABEL ON \(text) IS \(Self.literal(goal.securityLabels[target]));", object, .safe)
            }
        }
    }

    private static func literal(_ text: String?) -> String { text.map(CQLText.string) ?? "NULL" }

    /// What a note can be about, and how a statement calls it.
    private var targets: [(Keyspace.Annotated, SchemaDifference.Object, String)] {
        var result: [(Keyspace.Annotated, SchemaDifference.Object, String)] = [
            (.keyspace, .keyspace(start.name), "KEYSPACE \(CQLIdentifier.quoted(start.name))")
        ]
        for type in goal.typesInOrder where current.types[type.name] != nil {
            let typeName = name(type.name)
            result.append((.type(type.name), .type(keyspace: start.name, name: type.name), "TYPE \(typeName)"))
            for field in type.fields {
                result.append(
                    (
                        .field(type: type.name, field.name),
                        .field(keyspace: start.name, type: type.name, name: field.name),
                        "FIELD \(typeName).\(CQLIdentifier.quoted(field.name))"
                    ))
            }
        }
        for table in goal.tables.values.sorted(by: { $0.name < $1.name }) where current.tables[table.name] != nil {
            let tableName = name(table.name)
            result.append((.table(table.name), object(table.name), "TABLE \(tableName)"))
            for column in table.columns where current.tables[table.name]?.column(column.name) != nil {
                result.append(
                    (
                        .column(table: table.name, column.name), self.column(table.name, column.name),
                        "COLUMN \(tableName).\(CQLIdentifier.quoted(column.name))"
                    ))
            }
        }
        return result
    }
}
