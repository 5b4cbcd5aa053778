import CQLClient
import FoundationEssentials
import Testing

/// What stands in the schema of a project's keyspace, seen past the tool.
enum Tables {
    /// - Parameter keyspace: The one that is looked at; by default that of the project.
    static func exist(_ table: String, in project: Project, keyspace: String? = nil) async throws -> Bool {
        try await !columns(of: table, in: project, keyspace: keyspace).isEmpty
    }

    /// The columns of a table, as a node has them; none where there is no such table.
    static func columns(
        of table: String, in project: Project, keyspace: String? = nil, at node: String? = nil
    ) async throws -> Set<String> {
        try await with(project, node) { cluster in
            let statement = Statement(
                "SELECT column_name FROM system_schema.columns WHERE keyspace_name = ? AND table_name = ?",
                [.bytes(Array((keyspace ?? project.keyspace).utf8)), .bytes(Array(table.utf8))], consistency: .one)
            return Set(try await cluster.execute(statement).rows.compactMap { try $0.text("column_name") })
        }
    }

    /// Runs a statement.
    static func run(_ cql: String, in project: Project, at node: String? = nil) async throws {
        try await with(project, node) { _ = try await $0.execute(Statement(cql, consistency: .quorum)) }
    }

    /// The version of the schema that a node tells of itself.
    static func schemaVersion(of node: String, in project: Project) async throws -> String {
        try await with(project, node) { cluster in
            let question = Statement("SELECT schema_version FROM system.local WHERE key = 'local'", consistency: .one)
            let version = try await cluster.execute(question).rows.first?.uuid("schema_version")
            return try #require(version).description
        }
    }

    /// Lets a node tell another one, until it is told so again or its schema changes.
    static func setSchemaVersion(_ version: String, of node: String, in project: Project) async throws {
        try await with(project, node) { cluster in
            let change = "UPDATE system.local SET schema_version = \(version) WHERE key = 'local'"
            _ = try await cluster.execute(Statement(change, consistency: .one))
        }
    }

    /// How many rows a query gives.
    static func count(_ cql: String, in project: Project) async throws -> Int {
        try await with(project, nil) { try await $0.execute(Statement(cql, consistency: .quorum)).rows.count }
    }

    private static func with<Value: Sendable>(
        _ project: Project, _ node: String?, _ body: (Cluster) async throws -> Value
    ) async throws -> Value {
        let points = (node.map { [$0] } ?? project.contactPoints).compactMap { ContactPoint($0, defaultPort: 9042) }
        let cluster = try await Cluster.connect(ClusterSettings(contactPoints: points))
        do {
            let value = try await body(cluster)
            await cluster.close()
            return value
        } catch {
            await cluster.close()
            throw error
        }
    }
}
