import Testing

@testable import CQLLint

@Suite struct DropPkColumnTests {
    @Test("a column of the key cannot be dropped")
    func finds() {
        expectFindings(
            of: .dropPkColumn, in: "«ALTER TABLE t DROP b»;",
            others: ["V1__a.cql": "CREATE TABLE t (a int, b int, v text, s int, PRIMARY KEY (a, b));"])
    }

    @Test("others can")
    func passes() {
        expectFindings(
            of: .dropPkColumn, in: "ALTER TABLE t DROP v;",
            others: ["V1__a.cql": "CREATE TABLE t (a int, b int, v text, s int, PRIMARY KEY (a, b));"])
    }
}
