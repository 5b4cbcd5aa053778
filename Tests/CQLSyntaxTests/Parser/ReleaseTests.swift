import CQLSyntax
import Testing

/// Which release reads what.
@Suite struct ReleaseTests {
    struct Construct: CustomTestStringConvertible {
        let text: String
        let introduced: CassandraRelease
        let message: String

        init(_ introduced: CassandraRelease, _ text: String, _ message: String) {
            self.text = text
            self.introduced = introduced
            self.message = message
        }

        var testDescription: String { text }
    }

    static let constructs: [Construct] = [
        Construct(.v40, "DESCRIBE TABLE t", "`DESCRIBE` as a statement of the server came with"),
        Construct(.v40, "SELECT a + 1 FROM t", "Arithmetic came with"),
        Construct(.v40, "SELECT a FROM t WHERE b = 1 + 1", "Arithmetic came with"),
        Construct(.v40, "SELECT a FROM t WHERE b = - f(1)", "A minus in front of a value came with"),
        Construct(.v40, "SELECT a[1] FROM t", "An element or a slice of a collection came with"),
        Construct(.v40, "SELECT [a] FROM t", "A column inside of brackets came with"),
        Construct(.v41, "ALTER TABLE IF EXISTS t ADD a int", "`IF EXISTS` in `ALTER TABLE` came with"),
        Construct(.v41, "ALTER TABLE t ADD IF NOT EXISTS a int", "`IF NOT EXISTS` in `ALTER TABLE … ADD` came with"),
        Construct(.v41, "ALTER TYPE IF EXISTS t ADD a int", "`IF EXISTS` in `ALTER TYPE` came with"),
        Construct(.v41, "ALTER KEYSPACE IF EXISTS k WITH a = 1", "`IF EXISTS` in `ALTER KEYSPACE` came with"),
        Construct(.v41, "UPDATE t SET a = 1 WHERE k = 1 IF b CONTAINS 1", "`CONTAINS` in a condition came with"),
        Construct(.v41, "SELECT * FROM t GROUP BY f(a)", "`GROUP BY` of anything but columns came with"),
        Construct(.v50, "CREATE TABLE t (a vector<float, 3>)", "The type `vector` came with"),
        Construct(.v50, "CREATE TABLE t (a int MASKED WITH DEFAULT)", "`MASKED WITH` came with"),
        Construct(.v50, "ALTER TABLE t ALTER a DROP MASKED", "`DROP MASKED` came with"),
        Construct(.v50, "SELECT * FROM t ORDER BY a ANN OF [1]", "`ANN OF` came with"),
        Construct(.v50, "SELECT writetime(a.b) FROM t", "The time of an element or a field came with"),
        Construct(.v60, "CREATE TABLE t (a int CHECK a > 1)", "`CHECK` came with"),
        Construct(.v60, "CREATE TABLE t (a int NOT NULL)", "`NOT NULL` came with"),
        Construct(.v60, "ALTER TABLE t ALTER a DROP CHECK", "`DROP CHECK` came with"),
        Construct(.v60, "SELECT * FROM t WHERE a BETWEEN 1 AND 2", "`BETWEEN` came with"),
        Construct(.v60, "SELECT * FROM t WHERE a NOT IN (1)", "`NOT IN` came with"),
        Construct(.v60, "SELECT * FROM t WHERE a NOT CONTAINS 1", "`NOT CONTAINS` came with"),
        Construct(.v60, "CREATE TABLE t LIKE s", "`CREATE TABLE … LIKE` came with"),
        Construct(.v60, "SELECT * FROM t WITH included_indexes = {i}", "`WITH` in a `SELECT` came with"),
    ]

    @Test("what a release brought is refused for older ones, with the name of that release", arguments: constructs)
    func introduced(_ construct: Construct) throws {
        _ = try StatementTree(parsing: construct.text)
        for release in CassandraRelease.allCases {
            guard release < construct.introduced else {
                _ = try StatementTree(parsing: construct.text, for: release)
                continue
            }
            let error = try #require(throws: SyntaxError.self) {
                try StatementTree(parsing: construct.text, for: release)
            }
            #expect(error.diagnostic.code == .laterRelease)
            let introduced = construct.introduced.rawValue
            #expect(
                error.diagnostic.message
                    == "\(construct.message) Cassandra \(introduced); \(release.rawValue) cannot read it.")
        }
    }

    @Test("a word is a name until a release takes it for its grammar")
    func words() throws {
        _ = try StatementTree(parsing: "CREATE TABLE vector (masked vector PRIMARY KEY)", for: .v41)
        _ = try StatementTree(parsing: "SELECT maxwritetime(1, 2) FROM t", for: .v41)
        #expect(throws: SyntaxError.self) { try StatementTree(parsing: "SELECT maxwritetime(1, 2) FROM t", for: .v50) }
        _ = try StatementTree(parsing: "SELECT default FROM t", for: .v41)
        #expect(throws: SyntaxError.self) { try StatementTree(parsing: "SELECT default FROM t", for: .v311) }
    }

    @Test("SCHEMA is KEYSPACE in 3.11 only")
    func schema() throws {
        let text = "CREATE SCHEMA k WITH replication = {}"
        _ = try StatementTree(parsing: text, for: .v311)
        let error = try #require(throws: SyntaxError.self) { try StatementTree(parsing: text, for: .v50) }
        #expect(error.diagnostic.message == "Cassandra 5.0 no longer reads `SCHEMA` for `KEYSPACE`.")
        #expect(error.diagnostic.hint == "Write `KEYSPACE`.")
    }
}
