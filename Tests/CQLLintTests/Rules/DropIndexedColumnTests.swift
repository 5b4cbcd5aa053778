import Testing

@testable import CQLLint

@Suite struct DropIndexedColumnTests {
    @Test("a column with an index cannot be dropped")
    func finds() {
        expectFindings(
            of: .dropIndexedColumn, in: "«ALTER TABLE t DROP v»;",
            others: [
                "V1__a.cql":
                    "CREATE TABLE t (a int, b int, v text, s int, PRIMARY KEY (a, b)); CREATE INDEX i ON t (v);"
            ])
    }

    @Test("a column without one can, and one whose index is gone")
    func passes() {
        expectFindings(
            of: .dropIndexedColumn, in: "ALTER TABLE t DROP s;",
            others: [
                "V1__a.cql":
                    "CREATE TABLE t (a int, b int, v text, s int, PRIMARY KEY (a, b)); CREATE INDEX i ON t (v);"
            ])
        expectFindings(
            of: .dropIndexedColumn,
            in: """
                DROP INDEX i;
                ALTER TABLE t DROP v;
                """,
            others: [
                "V1__a.cql":
                    "CREATE TABLE t (a int, b int, v text, s int, PRIMARY KEY (a, b)); CREATE INDEX i ON t (v);"
            ])
    }
}
