import CQLSyntax

extension LintRule {
    /// `low-cardinality-partition`
    static let lowCardinalityPartition = LintRule(
        "low-cardinality-partition", .warning,
        "The partition key has few values.",
        explanation: """
            All rows of one value lie on the same few nodes: the table cannot be spread over a cluster, and its \
            partitions grow without an end.
            """,
        recipe: "Add a column of many values to the partition key, such as an id or a bucket.",
        example: "CREATE TABLE IF NOT EXISTS jobs (status text, id uuid, PRIMARY KEY (status, id));",
        check: .statement(.createTable) { statement in
            guard case .createTable(let create) = statement.tree, let key = create.onlyPartitionColumn,
                // One row a value: there is no more to be had.
                let primary = create.primaryKey, !primary.clustering.isEmpty
            else { return [] }
            switch key.type {
            case .native(.boolean), .native(.date), .native(.tinyint):
                return [
                    Remark(
                        key.name.span.range,
                        "`\(key.name)` is a \(key.type): there are few partitions, and each of them is large.")
                ]
            case .native(.text), .native(.ascii), .native(.int), .native(.smallint):
                guard fewValues.contains(key.name.text) else { return [] }
                return [
                    Remark(
                        key.name.span.range,
                        "`\(key.name)` sounds like few values: there are few partitions, and each of them is large.")
                ]
            default: return []
            }
        }
    )

    private static let fewValues: Set<String> = [
        "status", "state", "type", "kind", "category", "gender", "country", "country_code", "currency", "language",
        "locale", "level", "severity", "priority", "day", "month", "year", "weekday", "hour", "region",
    ]
}

extension CreateTable {
    /// The only column of the partition key; nil where there are several.
    var onlyPartitionColumn: ColumnDefinition? {
        if let primaryKey {
            guard primaryKey.partition.count == 1, let name = primaryKey.partition.first?.text else { return nil }
            return columns.first { $0.name.text == name }
        }
        return columns.first(where: \.isPrimaryKey)
    }
}
