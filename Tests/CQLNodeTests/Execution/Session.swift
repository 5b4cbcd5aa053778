import CQLNode
import CQLSyntax
import CQLWire
import SchemaModel

/// A database with a keyspace `ks` in use, for tests that bind values or move the clock.
struct Session {
    var database = Database()
    var catalogue = Catalogue()
    var context: ExecutionContext

    init(release: CassandraRelease = .v50) throws {
        context = ExecutionContext(release: release, now: 1_700_000_000_000_000, entropy: 1)
        try run("CREATE KEYSPACE ks WITH replication = {'class': 'SimpleStrategy', 'replication_factor': 1}")
        context.keyspace = "ks"
    }

    /// Lets time pass.
    mutating func wait(seconds: Int64) { context.now += seconds * 1_000_000 }

    /// Executes a statement.
    @discardableResult
    mutating func run(_ text: String, _ values: BoundValues = .none) throws -> ExecutionResult {
        context.entropy &+= 1
        let tree = try StatementTree(parsing: text, for: context.release)
        return try database.execute(tree, values, catalogue: &catalogue, context: context)
    }

    /// The rows of a SELECT as values.
    mutating func rows(_ text: String, _ values: BoundValues = .none) throws -> [[CQLValue?]] {
        guard case .rows(let rows) = try run(text, values).outcome else { return [] }
        return try rows.rows.map { row in
            try zip(row, rows.columns).map { cell, column in
                try cell.map { try CQLValue(decoding: $0[...], as: column.type) }
            }
        }
    }

    /// What is said of a statement that is refused; nil if it is not.
    mutating func refusal(_ text: String, _ values: BoundValues = .none) throws -> String? {
        do {
            try run(text, values)
            return nil
        } catch let error as ServerError {
            return error.message
        }
    }
}
