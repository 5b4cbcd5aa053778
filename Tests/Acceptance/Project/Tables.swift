import CQLClient
import Testing

/// What stands in the schema of a project's keyspace, seen past the tool.
enum Tables {
    static func exist(_ table: String, in project: Project) async throws -> Bool {
        let points = project.contactPoints.compactMap { ContactPoint($0, defaultPort: 9042) }
        let cluster = try await Cluster.connect(ClusterSettings(contactPoints: points))
        let rows = try await cluster.execute(
            Statement(
                "SELECT table_name FROM system_schema.tables WHERE keyspace_name = ? AND table_name = ?",
                [.bytes(Array(project.keyspace.utf8)), .bytes(Array(table.utf8))], consistency: .one)
        ).rows
        await cluster.close()
        return !rows.isEmpty
    }
}
