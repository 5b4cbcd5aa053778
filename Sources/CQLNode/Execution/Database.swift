import CQLWire
import FoundationEssentials
public import SchemaModel

/// The rows of a cluster's tables, and what statements do with them.
///
/// It keeps rows by the ids of tables. Which tables there are it is told with every statement, since nodes of one
/// cluster may see different schemas.
public struct Database: Sendable {
    /// The rows by the ids of their tables.
    private(set) var tables: [UUID: TableRows] = [:]
    /// The microsecond since 1970 that no write has used yet.
    private(set) var nextTime: Int64 = .min

    /// Makes a database without rows.
    public init() {}

    /// Forgets the rows of tables that none of the catalogues has.
    public mutating func removeRows(exceptOf catalogues: [Catalogue]) {
        var known: Set<UUID> = []
        for catalogue in catalogues {
            for keyspace in catalogue.keyspaces.values { known.formUnion(keyspace.tables.values.map(\.id)) }
        }
        tables = tables.filter { known.contains($0.key) }
    }

    /// The rows of a table or a view.
    func rows(
        of table: TableShape, _ environment: StatementEnvironment, _ context: ExecutionContext
    ) throws(ServerError) -> TableRows {
        if table.isView, let view = environment.catalogue.view(table.name, in: table.keyspace) {
            let rows = try ViewRows(view, as: table, environment)
            let now = IdentifierSource(now: max(context.now, nextTime), entropy: 0).second
            return try rows.rows(of: tables[view.baseID] ?? TableRows(), at: now)
        }
        guard let id = table.id else {
            return try TableRows(context.virtualTables.rows(of: table.name, in: table.keyspace), of: table)
        }
        return tables[id] ?? TableRows()
    }

    /// Applies writes.
    mutating func apply(_ mutations: [Mutation]) {
        for mutation in mutations {
            guard let id = mutation.table.id else { continue }
            // Taken out so that it has one owner and is not copied when it changes.
            var rows = tables.removeValue(forKey: id) ?? TableRows()
            rows.apply(mutation)
            tables[id] = rows
        }
    }

    /// Removes all rows of a table.
    mutating func truncate(_ table: TableShape) {
        guard let id = table.id else { return }
        tables[id] = nil
    }

    /// The clock of a statement, later than that of every statement before it.
    mutating func startTime(_ context: ExecutionContext) -> IdentifierSource {
        let now = max(context.now, nextTime)
        nextTime = now &+ 1
        return IdentifierSource(now: now, entropy: context.entropy)
    }

    /// Notes that a statement's clock has been used.
    mutating func endTime(_ identifiers: IdentifierSource) { nextTime = max(nextTime, identifiers.end) }
}
