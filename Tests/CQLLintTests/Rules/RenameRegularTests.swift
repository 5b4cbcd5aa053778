import Testing

@testable import CQLLint

@Suite struct RenameRegularTests {
    @Test("a regular column cannot be renamed")
    func finds() {
        expectFindings(
            of: .renameRegular, in: "«ALTER TABLE t RENAME v TO w»;",
            others: ["V1__a.cql": "CREATE TABLE t (a int, b int, v text, s int, PRIMARY KEY (a, b));"])
    }

    @Test("a column of the key can")
    func passes() {
        expectFindings(
            of: .renameRegular, in: "ALTER TABLE t RENAME b TO c;",
            others: ["V1__a.cql": "CREATE TABLE t (a int, b int, v text, s int, PRIMARY KEY (a, b));"])
    }
}
