import CQLSyntax
import FoundationEssentials
import LiveSchema
import SchemaModel

/// A schema made by statements, as the rows that a node would show of it.
struct SchemaStory {
    private var catalogue = Catalogue()
    private var time: Int64 = 1_000_000
    let release: CassandraRelease

    init(_ release: CassandraRelease, _ statements: [String]) throws {
        self.release = release
        try run("CREATE KEYSPACE k WITH replication = {'class': 'SimpleStrategy', 'replication_factor': 1}")
        for statement in statements { try run(statement) }
    }

    mutating func run(_ statement: String) throws {
        time += 1_000_000
        var settings = NodeSettings()
        settings.sasiIndexes = true
        settings.dropCompactStorage = true
        let context = SchemaContext(release: release, keyspace: "k", newTableID: UUID(), now: time, settings: settings)
        _ = try catalogue.apply(StatementTree(parsing: statement), in: context)
    }

    /// The rows that the queries give.
    func rows(of queries: [SchemaQuery]) -> [SystemRow] {
        queries.flatMap { query in
            catalogue.keyspaces.values.flatMap { $0.rows(for: release) }.filter { row in
                guard row.table == query.table, row.values["keyspace_name"] == .text(query.keyspace) else {
                    return false
                }
                return query.column.map { row.values[$0] == .text(query.name ?? "") } ?? true
            }
        }
    }
}

extension Postcondition {
    /// The postcondition of a text in keyspace `k`.
    init?(_ text: String, _ release: CassandraRelease = .v50) throws {
        let tree = try StatementTree(parsing: text)
        self.init(of: tree, keyspace: "k", release: release, dataCentres: ["datacenter1": 1])
    }
}
