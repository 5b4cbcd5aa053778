import CQLSyntax
import MigrationScripts
import Testing

@Suite struct OwnTablesTests {
    struct Case: CustomTestStringConvertible, Sendable {
        let text: String
        var history = "app"
        let refused: [String]
        var testDescription: String { text.debugDescription + " with history in " + history }

        init(_ text: String, history: String = "app", _ refused: [String]) {
            self.text = text
            self.history = history
            self.refused = refused
        }
    }

    static let cases: [Case] = [
        Case("DROP TABLE cqlmig_log;", ["1:1"]),
        Case("drop columnfamily if exists CQLMIG_LOCK;", ["1:1"]),
        Case("DROP TABLE \"cqlmig_log\";", ["1:1"]),
        Case("DROP TABLE \"CQLMIG_LOG\";", []),
        Case("DROP TABLE app.cqlmig_log;", ["1:1"]),
        Case("DROP TABLE App.cqlmig_log;", ["1:1"]),
        Case("DROP TABLE \"App\".cqlmig_log;", []),
        Case("DROP TABLE other.cqlmig_log;", []),
        Case("ALTER TABLE cqlmig_lock ADD x int;", ["1:1"]),
        Case("TRUNCATE cqlmig_log;", ["1:1"]),
        Case("TRUNCATE TABLE app . cqlmig_log;", ["1:1"]),
        Case("CREATE TABLE IF NOT EXISTS cqlmig_log (id int PRIMARY KEY);", ["1:1"]),
        Case("INSERT INTO cqlmig_log (a) VALUES (1);", ["1:1"]),
        Case("UPDATE cqlmig_lock SET a = 1 WHERE b = 2;", ["1:1"]),
        Case("DELETE FROM app.cqlmig_lock WHERE b = 2;", ["1:1"]),
        Case("CREATE INDEX i ON cqlmig_log (a);", ["1:1"]),
        Case("CREATE TRIGGER x ON cqlmig_log USING 'y';", ["1:1"]),
        Case("SELECT * FROM cqlmig_log;", []),
        Case("DROP TABLE cqlmig_logs; DROP TABLE log; INSERT INTO t (a) VALUES ('cqlmig_log');", []),
        Case("CREATE TABLE t (cqlmig_log int PRIMARY KEY);", []),
        Case("DROP KEYSPACE app;", ["1:1"]),
        Case("DROP SCHEMA IF EXISTS \"app\";", ["1:1"]),
        Case("DROP KEYSPACE other; ALTER KEYSPACE app WITH durable_writes = true;", []),
        Case("DROP KEYSPACE hist; DROP KEYSPACE app;", history: "hist", ["1:1"]),
        Case("DROP TABLE cqlmig_log; DROP TABLE hist.cqlmig_log;", history: "hist", ["1:24"]),
        Case("DROP TABLE \"Hist\".cqlmig_log; DROP TABLE hist.cqlmig_log;", history: "Hist", ["1:1"]),
        Case("USE hist; DROP TABLE cqlmig_log; USE app; DROP TABLE cqlmig_log;", history: "hist", ["1:11"]),
        Case("USE other; DROP TABLE cqlmig_log; DROP TABLE app.cqlmig_log;", ["1:35"]),
        Case(
            "CREATE TABLE a (id int PRIMARY KEY);\n-- @down\nDROP TABLE cqlmig_log;\nDROP KEYSPACE app;",
            ["3:1", "4:1"]),
        Case("USE other;\n-- @down\nDROP TABLE cqlmig_log;", ["3:1"]),
        Case("BEGIN BATCH INSERT INTO t (a) VALUES (1); DELETE FROM cqlmig_log WHERE a = 1; APPLY BATCH;", ["1:1"]),
        Case("BEGIN BATCH INSERT INTO t (a) VALUES ('cqlmig_log'); APPLY BATCH;", []),
        Case("BEGIN BATCH DELETE FROM other.cqlmig_log WHERE a = 1; APPLY BATCH;", []),
        Case("BEGIN BATCH DELETE FROM hist.cqlmig_log WHERE a = 1; APPLY BATCH;", history: "hist", ["1:1"]),
        Case("BEGIN TRANSACTION UPDATE cqlmig_log SET a = 1 WHERE b = 2; COMMIT TRANSACTION;", ["1:1"]),
    ]

    @Test("statements that would change the tool's own tables are refused", arguments: cases)
    func refusals(_ expected: Case) throws {
        let script = try script(expected.text)
        let refusals = script.parsed().refusals(historyKeyspace: expected.history, targetKeyspace: "app")
        #expect(refusals.map { $0.place?.start.description } == expected.refused)
        #expect(refusals.allSatisfy { $0.code == .ownTables && $0.severity == .error && $0.hint != nil })
    }

    @Test("the messages say what is concerned")
    func messages() throws {
        let script = try script("TRUNCATE cqlmig_lock; ALTER TABLE cqlmig_log ADD x int; DROP KEYSPACE app;")
        #expect(
            script.parsed().refusals(historyKeyspace: "app", targetKeyspace: "app").map(\.message) == [
                "This TRUNCATE concerns `cqlmig_lock`, in which cqlmig keeps its lock.",
                "This ALTER TABLE concerns `cqlmig_log`, in which cqlmig keeps its log.",
                "This drops `app`, the keyspace in which cqlmig keeps its log and its lock.",
            ]
        )
    }
}
