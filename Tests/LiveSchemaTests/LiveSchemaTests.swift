import CQLClient
import CQLNode
import CQLSyntax
import EventLoop
import LiveSchema
import SchemaModel
import Testing

@Suite struct LiveSchemaTests {
    /// Runs statements on an embedded node and hands over a connection to it.
    private func withNode<Value: Sendable>(
        _ release: CassandraRelease, _ statements: [String], faults: [Fault] = [],
        settings: NodeSettings? = nil, _ body: (Cluster) async throws -> Value
    ) async throws -> Value {
        var plan = ClusterPlan(release: release, startTime: 1_800_000_000_000_000)
        plan.faults = faults
        if let settings { plan.settings = settings }
        let server = try await SandboxServer.start(plan)
        let address = await server.addresses[0]
        var settings = ClusterSettings(contactPoints: [ContactPoint(host: address.host, port: address.port)])
        // Nothing here is about how long the node takes.
        settings.connectTimeout = .seconds(120)
        settings.requestTimeout = .seconds(120)
        settings.ddlTimeout = .seconds(120)
        let cluster = try await Cluster.connect(settings)
        for statement in statements { _ = try await cluster.execute(CQLClient.Statement(statement, consistency: .one)) }
        let value = try await body(cluster)
        await cluster.close()
        await server.stop()
        return value
    }

    static let statements = [
        "CREATE KEYSPACE \"Shop\" WITH replication = {'class': 'SimpleStrategy', 'replication_factor': 1}",
        "CREATE TYPE \"Shop\".zone (code text, \"Flat\" int)",
        "CREATE TYPE \"Shop\".address (street text, place frozen<zone>)",
        """
        CREATE TABLE "Shop".orders (customer uuid, day date, id timeuuid, total decimal, name text static,
            places map<text, frozen<address>>, PRIMARY KEY ((customer, day), id))
            WITH CLUSTERING ORDER BY (id DESC) AND comment = 'it''s; here' AND gc_grace_seconds = 60
        """,
        "CREATE INDEX orders_by_total ON \"Shop\".orders (total)",
        "CREATE TABLE \"Shop\".hits (page text PRIMARY KEY, n counter)",
        "ALTER TABLE \"Shop\".orders ADD note text",
        "ALTER TABLE \"Shop\".orders DROP note",
        "CREATE TABLE \"Shop\".cqlmig_log (a int PRIMARY KEY)",
        "CREATE KEYSPACE other WITH replication = {'class': 'SimpleStrategy', 'replication_factor': 1}",
        "CREATE TABLE other.t (a int PRIMARY KEY)",
    ]

    @Test("a keyspace is read as its statements made it", arguments: CassandraRelease.allCases)
    func reading(_ release: CassandraRelease) async throws {
        let found = try await withNode(release, Self.statements) { cluster in
            try await LiveSchema.read("Shop", leavingOut: ["cqlmig_log"], from: cluster)
        }
        let schema = try #require(found)
        #expect(schema.release == release)
        #expect(schema.keyspace.tables.keys.sorted() == ["hits", "orders"])
        #expect(schema.keyspace.typesInOrder.map(\.name) == ["zone", "address"])
        let orders = try #require(schema.keyspace.tables["orders"])
        #expect(
            orders.columns.map(\.name) == ["customer", "day", "id", "name", "total", "places"])
        #expect(orders.clustering.map(\.order) == [.descending])
        #expect(orders.options.comment == "it's; here")
        #expect(orders.options.gcGraceSeconds == 60)
        #expect(orders.dropped.keys.sorted() == ["note"])
        #expect(orders.indexes.values.map(\.target) == ["total"])
        #expect(schema.keyspace.tables["hits"]?.isCounter == true)
    }

    @Test("what the script of a keyspace makes does not differ from it", arguments: CassandraRelease.allCases)
    func roundTrip(_ release: CassandraRelease) async throws {
        let first = try await withNode(release, Self.statements) { try await LiveSchema.read("Shop", from: $0) }
        let schema = try #require(first)
        let script = Describer(release: release).script(of: schema.keyspace).flatMap { element in
            ParsedScript(SourceText(name: "script", text: element.statement)).up.map { statement in
                statement.source.text(in: statement.range)
            }
        }.filter { !$0.hasPrefix("COMMENT ON") }
        let second = try await withNode(release, script) { try await LiveSchema.read("Shop", from: $0) }
        let made = try #require(second)
        #expect(schema.catalogue.differences(to: made.catalogue, release: release) == [])
    }

    @Test("checks and transactional modes are read where only DESCRIBE tells them")
    func described() async throws {
        let found = try await withNode(
            .v60,
            [
                "CREATE KEYSPACE k WITH replication = {'class': 'SimpleStrategy', 'replication_factor': 1}",
                "CREATE TABLE k.t (a int PRIMARY KEY, b int CHECK b > 3 AND b < 10, c text)",
            ]
        ) { try await LiveSchema.read("k", from: $0) }
        let table = try #require(found?.keyspace.tables["t"])
        #expect(table.column("b")?.constraints.count == 2)
        #expect(table.column("c")?.constraints == [])
    }

    @Test("what a node of 6.0 has failed to remove from its rows is not read")
    func leftRows() async throws {
        var settings = NodeSettings(asDeliveredWith: .v60)
        settings.materializedViews = true
        settings.userFunctions = true
        let replication = "WITH replication = {'class': 'SimpleStrategy', 'replication_factor': 1}"
        let made = [
            "CREATE KEYSPACE gone \(replication)", "CREATE KEYSPACE k \(replication)",
            "CREATE TYPE k.kept (a int)", "CREATE TYPE k.u (a int)",
            "CREATE TABLE k.t (a int PRIMARY KEY, b int, c int, d text)", "CREATE INDEX kept ON k.t (b)",
            // DESCRIBE has a comment for it.
            "CREATE TABLE k.compact (a int PRIMARY KEY, b int) WITH COMPACT STORAGE",
            "CREATE INDEX i ON k.t (c)", "CREATE TABLE k.x (a int PRIMARY KEY)",
            "CREATE TABLE k.y (a int PRIMARY KEY, b int)",
            """
            CREATE MATERIALIZED VIEW k.kept_view AS SELECT a, b FROM k.y WHERE a IS NOT NULL AND b IS NOT NULL
                PRIMARY KEY (b, a)
            """,
            """
            CREATE MATERIALIZED VIEW k.v AS SELECT a, b FROM k.y WHERE a IS NOT NULL AND b IS NOT NULL
                PRIMARY KEY (b, a)
            """,
            "CREATE FUNCTION k.f(s int, v int) CALLED ON NULL INPUT RETURNS int LANGUAGE java AS 'return s;'",
            "CREATE FUNCTION k.f(s int) CALLED ON NULL INPUT RETURNS int LANGUAGE java AS 'return s;'",
            "CREATE AGGREGATE k.g(int) SFUNC f STYPE int", "CREATE AGGREGATE k.h(int) SFUNC f STYPE int",
        ]
        let dropped = [
            "DROP AGGREGATE k.h", "DROP FUNCTION k.f(int)", "DROP MATERIALIZED VIEW k.v", "DROP TABLE k.x",
            "DROP INDEX k.i", "ALTER TABLE k.t DROP d", "DROP TYPE k.u", "DROP KEYSPACE gone",
        ]
        let faults = dropped.map { Fault(.leaveRows, when: .text($0)) }
        let (rows, found, gone) = try await withNode(.v60, made + dropped, faults: faults, settings: settings) {
            let statement = CQLClient.Statement("SELECT * FROM system_schema.columns WHERE keyspace_name = 'k'")
            let rows = try await $0.execute(statement).rows.map { try $0.text("column_name") }
            return (rows, try await LiveSchema.read("k", from: $0), try await LiveSchema.read("gone", from: $0))
        }
        #expect(rows.contains("d"))
        #expect(gone == nil)
        let keyspace = try #require(found?.keyspace)
        #expect(keyspace.tables.keys.sorted() == ["compact", "t", "y"])
        #expect(keyspace.tables["compact"]?.columns.contains { $0.name == "b" } == true)
        #expect(keyspace.tables["t"]?.columns.map(\.name) == ["a", "b", "c"])
        #expect(keyspace.tables["t"]?.indexes.keys.sorted() == ["kept"])
        #expect(keyspace.types.keys.sorted() == ["kept"])
        #expect(keyspace.views.keys.sorted() == ["kept_view"])
        #expect(keyspace.functions.values.map(\.arguments.count) == [2])
        #expect(keyspace.aggregates.values.map(\.name) == ["g"])
    }

    @Test("there is nothing to read of a keyspace that is not there, whatever its case")
    func missing() async throws {
        let found = try await withNode(.v50, Self.statements) { cluster in
            try await LiveSchema.read("shop", from: cluster)
        }
        #expect(found == nil)
    }

    @Test(
        "a server counts as the newest release that is not newer",
        arguments: [
            ("3.0.8", CassandraRelease.v311), ("3.11.19", .v311), ("4.0.11", .v40), ("4.1.10", .v41), ("5.0.9", .v50),
            ("5.1-alpha1", .v50), ("6.0-alpha2", .v60), ("7.0", .v60),
        ])
    func releases(_ text: String, _ release: CassandraRelease) throws {
        #expect(CassandraRelease(try #require(ReleaseVersion(text))) == release)
    }
}
