import CQLSyntax
import FoundationEssentials

/// `CREATE MATERIALIZED VIEW` as DESCRIBE writes it (`ViewMetadata.appendCqlTo`).
struct ViewDescription {
    let view: MaterializedView
    let release: CassandraRelease
    let withInternals: Bool

    var text: String {
        let table = view.table
        let columns = table.partitionKey + table.clustering + table.regulars
        let selected =
            view.includesAllColumns ? "*" : columns.map { CQLIdentifier.quoted($0.name) }.joined(separator: ", ")
        return """
            CREATE MATERIALIZED VIEW \(SchemaName.quoted(table.keyspace, table.name)) AS
                SELECT \(selected)
                FROM \(SchemaName.quoted(table.keyspace, view.baseName))
                WHERE \(view.whereText)
                \(primaryKey)
             WITH \(options.joined(separator: "\n    AND "));
            """
    }

    private var primaryKey: String {
        let partition = view.table.partitionKey.map { CQLIdentifier.quoted($0.name) }
        let first = partition.count == 1 ? partition[0] : "(\(partition.joined(separator: ", ")))"
        let rest = view.table.clustering.map { CQLIdentifier.quoted($0.name) }
        return "PRIMARY KEY (\(([first] + rest).joined(separator: ", ")))"
    }

    private var options: [String] {
        var options: [String] = []
        if withInternals { options.append("ID = \(view.table.id.uuidString.lowercased())") }
        if !view.table.clustering.isEmpty {
            let order = view.table.clustering.map { column in
                "\(CQLIdentifier.quoted(column.name)) \(column.order == .descending ? "DESC" : "ASC")"
            }
            options.append("CLUSTERING ORDER BY (\(order.joined(separator: ", ")))")
        }
        let entries = view.table.options.entries(for: release).filter { !Self.tableOptions.contains($0.name) }
        return options + entries.map { "\($0.name) = \($0.text)" }
    }

    /// Options that views have in the server, and that it does not write of them.
    private static let tableOptions: Set = [
        "default_time_to_live", "fast_path", "transactional_mode", "transactional_migration_from",
    ]
}
