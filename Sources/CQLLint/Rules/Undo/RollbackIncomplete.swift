import SchemaModel

extension LintRule {
    /// `rollback-incomplete`
    static let rollbackIncomplete = LintRule(
        "rollback-incomplete", .warning,
        "The down part does not take everything back.",
        explanation: """
            Applied and taken back, the version leaves another schema behind than it found. To apply it again meets \
            what is left, and so do the versions in front of it when they are taken back.
            """,
        recipe: """
            Take back every statement of the up part; where that cannot be done, say `-- @irreversible reason` and \
            remove the down part.
            """,
        example: """
            CREATE TABLE IF NOT EXISTS users (id uuid PRIMARY KEY);
            CREATE TABLE IF NOT EXISTS orders (id uuid PRIMARY KEY);
            -- @down
            DROP TABLE IF EXISTS orders;
            """,
        check: .rollback { rollback in
            let left = rollback.after.leftovers(beside: rollback.before)
            guard !left.isEmpty else { return [] }
            let shown = left.prefix(3).joined(separator: ", ")
            let others = left.count > 3 ? " and \(left.count - 3) more" : ""
            return [Remark(rollback.range, "After the rollback it is not as it was before: \(shown)\(others).")]
        }
    )
}

extension Catalogue {
    /// What differs from another state of the same schema, in words and in the order of the names.
    ///
    /// Ids, and what is remembered of columns that are gone, always differ.
    fileprivate func leftovers(beside before: Catalogue) -> [String] {
        var found: [String] = []
        for name in Set(keyspaces.keys).union(before.keyspaces.keys).sorted() {
            switch (before.keyspaces[name], keyspaces[name]) {
            case (nil, nil): continue
            case (nil, _?): found.append("the keyspace `\(name)` is left")
            case (_?, nil): found.append("the keyspace `\(name)` is missing")
            case (let old?, let new?):
                if old.replication != new.replication || old.durableWrites != new.durableWrites {
                    found.append("the keyspace `\(name)` has other options")
                }
                found += Self.changes("table", old.tables, new.tables) { $0.isLike($1) }
                found += Self.changes("type", old.types, new.types) { $0.fields == $1.fields }
            }
        }
        return found
    }

    private static func changes<Object>(
        _ kind: String, _ before: [String: Object], _ after: [String: Object], _ isLike: (Object, Object) -> Bool
    ) -> [String] {
        Set(before.keys).union(after.keys).sorted().compactMap { name in
            switch (before[name], after[name]) {
            case (nil, nil): nil
            case (nil, _?): "the \(kind) `\(name)` is left"
            case (_?, nil): "the \(kind) `\(name)` is missing"
            case (let old?, let new?): isLike(old, new) ? nil : "the \(kind) `\(name)` is another one"
            }
        }
    }
}

extension Table {
    fileprivate func isLike(_ other: Table) -> Bool {
        columns == other.columns && options == other.options && indexes == other.indexes && flags == other.flags
    }
}
