import CQLClient

/// The least that creates tables safely: each statement on one connection, then every node asked for its own schema
/// version until all are the same. No log, no lock.
struct DirectLoop {
    let contactPoints: [String]
    let keyspace: String

    static func statement(_ number: Int, _ prefix: String) -> String {
        "CREATE TABLE \(prefix)t\(number) (id uuid PRIMARY KEY, name text, created timestamp)"
    }

    private static let version = Statement(
        "SELECT schema_version FROM system.local WHERE key = 'local'", consistency: .one)

    private func open() async throws -> Cluster {
        let points = contactPoints.compactMap { ContactPoint($0, defaultPort: 9042) }
        return try await Cluster.connect(ClusterSettings(contactPoints: points))
    }

    func prepare() async throws {
        let cluster = try await open()
        _ = try await cluster.survey()
        _ = try await cluster.execute(
            Statement(
                "CREATE KEYSPACE \(keyspace) WITH replication = {'class': 'SimpleStrategy', 'replication_factor': 3}",
                timeout: .seconds(60)))
        try await agree(cluster)
        await cluster.close()
    }

    /// Connects, creates tables, and says how long that took altogether.
    func create(_ count: Int) async throws -> Duration {
        let began = ContinuousClock.now
        let cluster = try await open()
        _ = try await cluster.survey()
        for number in 1...count {
            _ = try await cluster.execute(Statement(Self.statement(number, "\(keyspace)."), timeout: .seconds(60)))
            try await agree(cluster)
        }
        await cluster.close()
        return began.duration(to: .now)
    }

    /// Connects to one node and does nothing.
    func connect() async throws -> Duration {
        let began = ContinuousClock.now
        await (try await open()).close()
        return began.duration(to: .now)
    }

    private func agree(_ cluster: Cluster) async throws {
        while true {
            var versions: Set<String> = []
            for answer in await cluster.askEveryNode(Self.version).values {
                versions.insert("\(try answer.get().rows.first?.uuid("schema_version") as Any)")
            }
            if versions.count == 1 { return }
            try await Task.sleep(for: .milliseconds(5))
        }
    }
}
