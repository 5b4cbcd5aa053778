import Testing

@testable import CQLLint

@Suite struct ReaddDroppedColumnTests {
    @Test("a column cannot come back with another type")
    func finds() {
        expectFindings(
            of: .readdDroppedColumn,
            in: """
                ALTER TABLE t DROP v;
                «ALTER TABLE t ADD v int»;
                """, others: ["V1__a.cql": "CREATE TABLE t (a int, b int, v text, s int, PRIMARY KEY (a, b));"])
    }

    @Test("a new one can have any")
    func passes() {
        expectFindings(
            of: .readdDroppedColumn,
            in: """
                ALTER TABLE t DROP v;
                ALTER TABLE t ADD w int;
                """, others: ["V1__a.cql": "CREATE TABLE t (a int, b int, v text, s int, PRIMARY KEY (a, b));"])
    }
}
