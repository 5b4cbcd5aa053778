import Testing

@testable import CQLLint

@Suite struct RenameIndexedTests {
    @Test("a column with an index gets another name")
    func found() {
        expectFindings(
            of: .renameIndexed, in: "«ALTER TABLE t RENAME c TO d»;",
            others: [
                "V1__a.cql":
                    "CREATE TABLE t (a int, c int, v int, PRIMARY KEY (a, c)); CREATE INDEX i ON t (c); CREATE INDEX j ON t (v);"
            ])
    }

    @Test("without an index, or when it is gone, it may; a drop is another rule")
    func silent() {
        expectFindings(
            of: .renameIndexed, in: "ALTER TABLE t RENAME a TO d;",
            others: [
                "V1__a.cql":
                    "CREATE TABLE t (a int, c int, v int, PRIMARY KEY (a, c)); CREATE INDEX i ON t (c); CREATE INDEX j ON t (v);"
            ])
        expectFindings(
            of: .renameIndexed,
            in:
                """
                DROP INDEX i;
                ALTER TABLE t RENAME c TO d;
                """,
            others: [
                "V1__a.cql":
                    "CREATE TABLE t (a int, c int, v int, PRIMARY KEY (a, c)); CREATE INDEX i ON t (c); CREATE INDEX j ON t (v);"
            ])
        expectFindings(
            of: .renameIndexed, in: "ALTER TABLE t DROP v;",
            others: [
                "V1__a.cql":
                    "CREATE TABLE t (a int, c int, v int, PRIMARY KEY (a, c)); CREATE INDEX i ON t (c); CREATE INDEX j ON t (v);"
            ])
    }
}
