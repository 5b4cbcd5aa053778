import CQLSyntax

extension SchemaPlanner {
    /// Drops the indexes that the goal has not or has otherwise, before the columns that they are on.
    mutating func dropIndexes() {
        for table in keptTables {
            guard let old = start.tables[table], let new = goal.tables[table] else { continue }
            for index in old.indexes.values.sorted(by: { $0.name < $1.name }) {
                let other = new.indexes[index.name]
                guard other.map({ !isEqual($0, index) }) ?? true else { continue }
                run(
                    "DROP INDEX \(name(index.name));", indexObject(table, index.name),
                    .risky(
                        other == nil
                            ? "queries that need the index fail"
                            : "the index is made anew: queries that need it fail until it is built"))
            }
        }
    }

    mutating func createIndexes() {
        let texts = written
        for table in goal.tables.keys.sorted() {
            guard let existing = current.tables[table], let text = texts.tables[table] else { continue }
            for index in text.indexes.values.sorted(by: { $0.name < $1.name })
            where existing.indexes[index.name] == nil {
                run(describer.text(index, on: text), indexObject(table, index.name), .safe)
            }
        }
    }

    private func isEqual(_ left: Index, _ right: Index) -> Bool {
        left.kind == right.kind && left.target == right.target && left.options == right.options
            && IndexAttributes.fullClassName(left.className ?? "", in: release)
                == IndexAttributes.fullClassName(right.className ?? "", in: release)
    }

    private func indexObject(_ table: String, _ index: String) -> SchemaDifference.Object {
        .index(keyspace: start.name, table: table, name: index)
    }
}
