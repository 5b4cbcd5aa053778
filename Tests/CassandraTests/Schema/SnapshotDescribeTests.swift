import CQLClient
import CQLSyntax
import LiveSchema
import SchemaModel
import Testing

extension RealNodes {
    /// A keyspace with one of everything.
    @Suite struct SnapshotDescribeTests {
        private static let keyspace = "every"

        private static func statements(_ release: CassandraRelease) -> [String] {
            var statements = [
                "CREATE KEYSPACE every WITH replication = {'class': 'NetworkTopologyStrategy', 'dc1': 1} "
                    + "AND durable_writes = false",
                "CREATE TYPE every.zone (code text, \"Flat no\" int)",
                "CREATE TYPE every.address (street text, place frozen<zone>, codes map<text, frozen<set<int>>>)",
                "CREATE FUNCTION every.grow (s int, v int) CALLED ON NULL INPUT RETURNS int LANGUAGE java "
                    + "AS $$ return s == null ? v : s + v; // it's; one \" $$",
                "CREATE FUNCTION every.\"Shown\" (s int) RETURNS NULL ON NULL INPUT RETURNS text LANGUAGE java "
                    + "AS 'return \"''\" + s;'",
                "CREATE AGGREGATE every.total (int) SFUNC grow STYPE int FINALFUNC \"Shown\" INITCOND 0",
                """
                CREATE TABLE every.orders (customer uuid, day date, id timeuuid, total decimal, amount int,
                    name text static, places map<text, frozen<address>>, "it's" set<int>, home frozen<address>,
                    PRIMARY KEY ((customer, day), id)) WITH CLUSTERING ORDER BY (id DESC)
                    AND comment = 'it''s; here -- /* all */' AND gc_grace_seconds = 60
                    AND compaction = {'class': 'LeveledCompactionStrategy', 'sstable_size_in_mb': '50'}
                    AND caching = {'keys': 'NONE', 'rows_per_partition': '10'}
                """,
                "CREATE TABLE every.people (id int, born date, \"Name\" text, PRIMARY KEY (id))",
                "CREATE MATERIALIZED VIEW every.by_name AS SELECT id, \"Name\" FROM every.people "
                    + "WHERE id IS NOT NULL AND \"Name\" IS NOT NULL PRIMARY KEY (\"Name\", id) "
                    + "WITH CLUSTERING ORDER BY (id DESC) AND comment = 'seen'",
                "CREATE MATERIALIZED VIEW every.by_day AS SELECT * FROM every.people "
                    + "WHERE id IS NOT NULL AND born IS NOT NULL PRIMARY KEY (born, id)",
                "CREATE INDEX orders_by_total ON every.orders (total)",
                "CREATE INDEX \"Keys\" ON every.orders (keys(places))",
                "CREATE CUSTOM INDEX people_sasi ON every.people (\"Name\") "
                    + "USING 'org.apache.cassandra.index.sasi.SASIIndex' WITH OPTIONS = {'mode': 'PREFIX'}",
                "CREATE TABLE every.\"Hits\" (page text PRIMARY KEY, n counter)",
                "ALTER TABLE every.orders ADD gone int",
                "ALTER TABLE every.orders DROP gone",
            ]
            if release >= .v50 {
                statements += [
                    "CREATE TABLE every.vectors (id int PRIMARY KEY, v vector<float, 3>, "
                        + "mail text MASKED WITH mask_inner(1, null), card text MASKED WITH DEFAULT)",
                    "CREATE CUSTOM INDEX by_v ON every.vectors (v) USING 'sai' "
                        + "WITH OPTIONS = {'similarity_function': 'dot_product'}",
                ]
            }
            if release >= .v60 {
                statements += [
                    "CREATE TABLE every.checked (id int PRIMARY KEY, n int CHECK n > 3 AND n < 10, t text CHECK NOT NULL)",
                    "COMMENT ON KEYSPACE every IS 'of all'", "COMMENT ON COLUMN every.checked.n IS 'it''s few'",
                    "SECURITY LABEL ON TABLE every.checked IS 'secret'",
                ]
            }
            return statements
        }

        @Test("what snapshot prints is what the server's DESCRIBE says, and makes the keyspace again")
        func describe() async throws {
            try await SchemaNode.with { node in
                for statement in Self.statements(node.release) { try await node.run(statement, "making it") }
                let live = try await node.read(Self.keyspace)
                let script = Describer(release: node.release).script(of: live).map(\.statement)
                if node.release >= .v40 {
                    let described = try await Self.descriptions(node)
                    #expect(try Self.trees(script, node.release) == Self.trees(described, node.release))
                }
                try await node.drop(Self.keyspace)
                for statement in script { try await node.run(statement, "making it again") }
                #expect(live.differences(to: try await node.read(Self.keyspace), release: node.release) == [])
            }
        }

        /// The statements read, as text in one form; those that say what another one says already are left out.
        private static func trees(_ texts: [String], _ release: CassandraRelease) throws -> Set<String> {
            var trees: Set<String> = []
            for text in texts {
                for statement in ParsedScript(SourceText(name: "schema", text: text)).up {
                    trees.insert(try statement.tree(for: release).description)
                }
            }
            return trees
        }

        private static func descriptions(_ node: SchemaNode) async throws -> [String] {
            var texts: [String] = []
            try await node.cluster.forEachRow(
                of: CQLClient.Statement("DESCRIBE KEYSPACE every", consistency: .one)
            ) { row throws(WireError) in texts.append(try row.text("create_statement") ?? "") }
            return texts
        }
    }
}
