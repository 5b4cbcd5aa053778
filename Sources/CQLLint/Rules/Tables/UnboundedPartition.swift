import CQLSyntax

extension LintRule {
    /// `unbounded-partition`
    static let unboundedPartition = LintRule(
        "unbounded-partition", .warning,
        "A partition grows with time and has no end.",
        explanation: """
            Rows of one partition key are ordered by time, none of them expires by default, and nothing in the key \
            begins a new partition. Partitions of more than about 100 MB make reads, repairs and compactions slow.
            """,
        recipe: """
            Add a bucket to the partition key, such as the month or the day, or let rows expire with \
            `default_time_to_live`.
            """,
        example: """
            CREATE TABLE IF NOT EXISTS readings (
                sensor uuid, at timestamp, value double, PRIMARY KEY (sensor, at));
            """,
        check: .statement(.createTable) { statement in
            guard case .createTable(let create) = statement.tree, create.primaryKey?.partition.count == 1,
                let primary = create.primaryKey, let first = primary.clustering.first,
                let order = create.columns.first(where: { $0.name.text == first.text })
            else { return [] }
            switch order.type {
            case .native(.timestamp), .native(.timeuuid): break
            default: return []
            }
            let partition = primary.partition[0]
            guard (create.properties.option("default_time_to_live")?.integer ?? 0) == 0,
                !bucketWords.contains(where: partition.text.contains),
                create.onlyPartitionColumn.map({ $0.type != .native(.date) }) ?? true
            else { return [] }
            return [
                Remark(
                    first.span.range,
                    "The rows of one `\(partition)` are ordered by `\(first)` and never end: the partition only grows.")
            ]
        }
    )

    private static let bucketWords = [
        "bucket", "shard", "year", "month", "week", "day", "date", "hour", "minute", "window", "period",
    ]
}
