import CQLClient
import FoundationEssentials

/// What the commands that read the whole log need in memory when it is long.
struct LongLog {
    let tool: MeasuredTool
    let contactPoints: [String]

    /// Fills a log with at least so many rows, by migrations of one INSERT each, and measures.
    func run(rows: Int, in folder: URL) async throws {
        let keyspace = "long_\(UUID().uuidString.prefix(8).lowercased())"
        let project = folder.appending(path: keyspace)
        let scripts = project.appending(path: "migrations")
        try FileManager.default.createDirectory(at: scripts, withIntermediateDirectories: true)
        let configuration = """
            cassandra: { contact_points: [\(contactPoints.joined(separator: ", "))] }
            keyspace: { name: \(keyspace), replication: { class: SimpleStrategy, replication_factor: 3 } }
            """
        try Data(configuration.utf8).write(to: project.appending(path: "cqlmig.yml"))
        try Data("CREATE TABLE t (id int PRIMARY KEY, v text);\n".utf8).write(
            to: scripts.appending(path: "V0__table.cql"))
        // Each script begins, is one statement's intent and outcome, and ends: at least three rows.
        for version in 1...(rows / 3 + 1) {
            let cql = "INSERT INTO t (id, v) VALUES (\(version), 'row \(version)');\n"
            try Data(cql.utf8).write(to: scripts.appending(path: "V\(version)__row.cql"))
        }
        let path = project.path()
        _ = try tool.run(["init"], project: path)
        let filled = try tool.run(["migrate"], project: path)
        let count = try await self.count(keyspace)
        print("log of \(count) rows, filled in \(filled.elapsed)")
        guard count >= rows else { throw MeasuredTool.Failure("the log has \(count) rows, not \(rows)") }
        for command in ["migrate", "status", "history"] {
            let measured = try tool.run([command], project: path)
            let memory = MeasuredTool.megabytes(measured.residentBytes)
            print("\(command) on it: \(memory) MB resident (budget 40), \(measured.elapsed)")
        }
    }

    private func count(_ keyspace: String) async throws -> Int {
        let points = contactPoints.compactMap { ContactPoint($0, defaultPort: 9042) }
        let cluster = try await Cluster.connect(ClusterSettings(contactPoints: points))
        let answer = try await cluster.execute(
            Statement("SELECT count(*) FROM \(keyspace).cqlmig_log", timeout: .seconds(60)))
        await cluster.close()
        return try Int(answer.rows.first?.integer("count") ?? 0)
    }
}
