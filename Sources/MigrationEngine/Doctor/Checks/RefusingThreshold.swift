/// A guardrail with a number, above which a node refuses a statement, and what there is of it now.
struct RefusingThreshold: Sendable {
    /// How far away it is.
    enum Distance: Sendable {
        /// One more is refused.
        case reached
        /// A tenth is left, or less.
        case near
    }

    let setting: String
    let count: Int
    /// `there are 40 tables`.
    let present: String
    /// What is refused beyond it.
    let refused: String
    /// Whether every such statement is refused, rather than those on one table.
    let isForAll: Bool

    /// The distance from a limit; nil when that is far away.
    func distance(from limit: Int) -> Distance? {
        if count >= limit { return .reached }
        return count >= limit - limit / 10 ? .near : nil
    }

    /// What is known of the thresholds that a migration can meet.
    static func all(tables: Int?, sizes: [String: SchemaSize]) -> [RefusingThreshold] {
        var all: [RefusingThreshold] = []
        if let tables {
            all.append(
                RefusingThreshold(
                    setting: "tables_fail_threshold", count: tables,
                    present: "the keyspaces of users have \(tables) tables", refused: "CREATE TABLE", isForAll: true))
        }
        for keyspace in sizes.keys.sorted() {
            guard let size = sizes[keyspace] else { continue }
            add("columns_per_table", size.columns, "columns")
            add("secondary_indexes_per_table", size.indexes, "indexes")
            add("materialized_views_per_table", size.views, "views")
            add("fields_per_udt", size.fields, "fields")

            func add(_ setting: String, _ largest: SchemaSize.Largest?, _ noun: String) {
                guard let largest, largest.count > 0 else { return }
                all.append(
                    RefusingThreshold(
                        setting: "\(setting)_fail_threshold", count: largest.count,
                        present: "\(keyspace).\(largest.name) has \(largest.count) \(noun)", refused: "one more",
                        isForAll: false))
            }
        }
        return all
    }
}
