import CQLSyntax
import SchemaModel

extension LintRule {
    /// `logged-batch-multi-partition`
    static let loggedBatchMultiPartition = LintRule(
        "logged-batch-multi-partition", .warning,
        "A logged batch writes to several partitions.",
        explanation: """
            The coordinator first writes the whole batch to the logs of two other nodes, then to all replicas of all \
            partitions: it costs more than its statements alone, and is no faster.
            """,
        recipe: "Write the statements one by one; keep a logged batch for two tables that must not differ.",
        example: """
            CREATE TABLE IF NOT EXISTS settings (name text PRIMARY KEY, value text);
            BEGIN BATCH
                INSERT INTO settings (name, value) VALUES ('theme', 'dark');
                INSERT INTO settings (name, value) VALUES ('size', 'large');
            APPLY BATCH;
            """,
        check: .replay { replay in
            guard case .batch(let batch) = replay.tree, batch.kind == .logged, batch.modifications.count > 1 else {
                return []
            }
            let tables = Set(batch.modifications.map { replay.fullName($0.table) })
            // Two tables that are written together are what it was made for.
            var keys: [String: Set<[Term]>] = [:]
            for modification in batch.modifications {
                guard let table = replay.table(modification.table) else { continue }
                let key = table.partitionKey.compactMap { modification.value(of: $0.name) }
                guard key.count == table.partitionKey.count else { continue }
                keys[replay.fullName(modification.table), default: []].insert(key)
            }
            guard let most = keys.values.map(\.count).max(), most > 1 else { return [] }
            let count = keys.values.reduce(0) { $0 + $1.count }
            return [
                Remark(
                    replay.range,
                    "The batch writes to \(count) partitions of \(tables.count == 1 ? "one table" : "\(tables.count) tables")"
                        + ", and through the logs of two other nodes first.")
            ]
        }
    )
}

extension BatchTree.Modification {
    /// The value that it gives a column of the key.
    func value(of column: String) -> Term? {
        let relations: [Relation]
        switch self {
        case .insert(let insert):
            guard case .columns(let names, let terms) = insert.values,
                let index = names.firstIndex(where: { $0.text == column }), terms.indices.contains(index)
            else { return nil }
            return terms[index]
        case .update(let update): relations = update.relations
        case .delete(let delete): relations = delete.relations
        }
        for relation in relations {
            if case .column(let name, .equal, let term) = relation, name.text == column { return term }
        }
        return nil
    }
}
