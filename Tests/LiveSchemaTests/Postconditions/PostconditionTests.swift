import CQLSyntax
import LiveSchema
import SchemaModel
import Testing

/// What rows say of a statement, for every kind of statement whose objects the model knows.
@Suite struct PostconditionTests {
    /// A statement, what was there before it, and what else could stand in its place.
    struct Item: Sendable, CustomTestStringConvertible {
        let statement: String
        var before: [String] = []
        /// Something else that may stand there instead, and what is said of it.
        var other: [String] = []
        var conflicts: [String] = []
        var testDescription: String { statement }
    }

    private static let table = "CREATE TABLE t (id int PRIMARY KEY, v text)"

    static let items = [
        Item(
            statement: "CREATE KEYSPACE n WITH replication = {'class': 'SimpleStrategy', 'replication_factor': 1}",
            other: [
                "CREATE KEYSPACE n WITH replication = {'class': 'SimpleStrategy', 'replication_factor': 2} "
                    + "AND durable_writes = false"
            ],
            conflicts: [
                "replication of keyspace n: asked for {'class': 'SimpleStrategy', 'replication_factor': '1'}, found "
                    + "{'class': 'SimpleStrategy', 'replication_factor': '2'}",
                "durable_writes of keyspace n: asked for true, found false",
            ]),
        Item(statement: "ALTER KEYSPACE k WITH durable_writes = false"),
        Item(
            statement: "ALTER KEYSPACE k WITH replication = {'class': 'NetworkTopologyStrategy', 'datacenter1': 1}"),
        Item(
            statement: "DROP KEYSPACE n",
            before: ["CREATE KEYSPACE n WITH replication = {'class': 'SimpleStrategy', 'replication_factor': 1}"]),
        Item(
            statement: table, other: ["CREATE TABLE t (id int, v int, PRIMARY KEY (id, v))"],
            conflicts: [
                "clustering key of table k.t: asked for (), found (v)",
                "type of column v of table k.t: asked for text, found int",
                "kind of column v of table k.t: asked for regular, found clustering",
                "clustering order of column v of table k.t: asked for none, found asc",
            ]),
        Item(
            statement: "CREATE TABLE t (id int PRIMARY KEY, v text) WITH gc_grace_seconds = 10",
            other: ["CREATE TABLE t (id int PRIMARY KEY, v text, w text) WITH comment = 'mine'"],
            conflicts: [
                "gc_grace_seconds of table k.t: asked for 10, found 864000",
                "column w of table k.t: asked for none, found one",
            ]),
        Item(
            statement: "CREATE TABLE IF NOT EXISTS t (id int PRIMARY KEY, a frozen<u>)",
            before: ["CREATE TYPE u (f int)"], other: ["CREATE TABLE t (id int PRIMARY KEY, a u)"],
            conflicts: ["type of column a of table k.t: asked for frozen<u>, found u"]),
        Item(statement: "DROP TABLE t", before: [table]),
        Item(
            statement: "ALTER TABLE t ADD (a int, b text STATIC)",
            before: ["CREATE TABLE t (id int, c int, PRIMARY KEY (id, c))"],
            other: ["ALTER TABLE t ADD a bigint"],
            conflicts: [
                "column b of table k.t: asked for one, found none",
                "type of column a of table k.t: asked for int, found bigint",
            ]),
        Item(statement: "ALTER TABLE t DROP v", before: [table]),
        Item(
            statement: "ALTER TABLE t RENAME id TO ident", before: [table],
            other: ["DROP TABLE t", "CREATE TABLE t (x int PRIMARY KEY)"],
            conflicts: ["table k.t: asked for ident in place of id, found neither"]),
        Item(
            statement: "ALTER TABLE t WITH comment = 'c' AND compaction = {'class': 'LeveledCompactionStrategy'}",
            before: [table]),
        Item(
            statement: "CREATE TYPE u (a int, b text)", other: ["CREATE TYPE u (a int)"],
            conflicts: ["fields of type k.u: asked for (a int, b text), found (a int)"]),
        Item(
            statement: "ALTER TYPE u ADD b text", before: ["CREATE TYPE u (a int)"], other: ["ALTER TYPE u ADD b int"],
            conflicts: ["type of field b of type k.u: asked for text, found int"]),
        Item(statement: "ALTER TYPE u RENAME a TO c", before: ["CREATE TYPE u (a int)"]),
        Item(statement: "DROP TYPE u", before: ["CREATE TYPE u (a int)"]),
        Item(
            statement: "CREATE INDEX i ON t (v)", before: [table], other: ["CREATE INDEX i ON t (w)"],
            conflicts: ["target of index i of table k.t: asked for v, found w"]),
        Item(statement: "CREATE INDEX ON t (v)", before: [table]),
        Item(
            statement: "CREATE CUSTOM INDEX i ON t (v) USING 'StorageAttachedIndex' "
                + "WITH OPTIONS = {'case_sensitive': 'false'}", before: [table], other: ["CREATE INDEX i ON t (v)"],
            conflicts: [
                "kind of index i of table k.t: asked for CUSTOM, found COMPOSITES",
                "class of index i of table k.t: asked for org.apache.cassandra.index.sai.StorageAttachedIndex, found ",
                "options of index i of table k.t: asked for {'case_sensitive': 'false'}, found {}",
            ]),
        Item(statement: "DROP INDEX i", before: [table, "CREATE INDEX i ON t (v)"]),
    ]

    @Test("what is there tells landed from not landed", arguments: items)
    func landed(item: Item) throws {
        var story = try SchemaStory(.v50, item.before)
        let postcondition = try #require(try Postcondition(item.statement))
        guard case .notLanded = postcondition.verdict(now: story.rows(of: postcondition.queries)) else {
            Issue.record("\(postcondition.verdict(now: story.rows(of: postcondition.queries)))")
            return
        }
        try story.run(item.statement)
        #expect(postcondition.verdict(now: story.rows(of: postcondition.queries)) == .landed)
    }

    @Test("what else stands there is told with what was asked for", arguments: items.filter { !$0.other.isEmpty })
    func conflicting(item: Item) throws {
        var before = item.before
        if item.statement.contains("INDEX") { before = ["CREATE TABLE t (id int PRIMARY KEY, v text, w text)"] }
        let story = try SchemaStory(.v50, before + item.other)
        let postcondition = try #require(try Postcondition(item.statement))
        guard case .conflicting(let conflicts) = postcondition.verdict(now: story.rows(of: postcondition.queries))
        else {
            Issue.record("\(postcondition.verdict(now: story.rows(of: postcondition.queries)))")
            return
        }
        #expect(conflicts.map(\.description) == item.conflicts)
    }

    @Test(
        "tables are compared on every release",
        arguments: [CassandraRelease.v311, .v40, .v41, .v50, .v60])
    func releases(release: CassandraRelease) throws {
        let text = """
            CREATE TABLE t (id int, c int, s text STATIC, m map<text, int>, PRIMARY KEY (id, c)) \
            WITH CLUSTERING ORDER BY (c DESC) AND compression = {'class': 'SnappyCompressor'} AND default_time_to_live = 5
            """
        let story = try SchemaStory(release, [text])
        let postcondition = try #require(try Postcondition(text, release))
        #expect(postcondition.verdict(now: story.rows(of: postcondition.queries)) == .landed)
    }

    @Test("an option that the statement does not name is not compared")
    func otherOptions() throws {
        let story = try SchemaStory(.v50, [Self.table + " WITH comment = 'mine'", "CREATE INDEX i ON t (v)"])
        let postcondition = try #require(try Postcondition(Self.table))
        #expect(postcondition.verdict(now: story.rows(of: postcondition.queries)) == .landed)
    }

    @Test("a given id is compared")
    func tableID() throws {
        let id = "5bc52802-de25-35ed-aeab-188eecebb090"
        let text = Self.table + " WITH id = \(id)"
        let same = try SchemaStory(.v50, [text])
        let other = try SchemaStory(.v50, [Self.table])
        let postcondition = try #require(try Postcondition(text))
        #expect(postcondition.verdict(now: same.rows(of: postcondition.queries)) == .landed)
        guard case .conflicting(let conflicts) = postcondition.verdict(now: other.rows(of: postcondition.queries))
        else {
            Issue.record("another id counts as the same")
            return
        }
        #expect(conflicts.map(\.object) == ["id of table k.t"])
        #expect(conflicts.map(\.asked) == [id])
    }
}
