/// A guardrail with a number, above which a node refuses a statement, and what there is of it now.
struct RefusingThreshold: Equatable, Sendable {
    /// How far away it is.
    enum Distance: Equatable, Sendable {
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
        for (keyspace, size) in sizes.sorted(by: { $0.key < $1.key }) {
            let parts = [
                ("columns_per_table_fail_threshold", size.columns, "columns"),
                ("secondary_indexes_per_table_fail_threshold", size.indexes, "indexes"),
                ("materialized_views_per_table_fail_threshold", size.views, "views"),
                ("fields_per_udt_fail_threshold", size.fields, "fields"),
            ]
            for (setting, largest, noun) in parts {
                guard let largest, largest.count > 0 else { continue }
                all.append(
                    RefusingThreshold(
                        setting: setting, count: largest.count,
                        present: "\(keyspace).\(largest.name) has \(largest.count) \(noun)", refused: "one more",
                        isForAll: false))
            }
        }
        return all
    }
}
