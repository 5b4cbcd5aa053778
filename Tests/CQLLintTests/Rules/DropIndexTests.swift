import Testing

@testable import CQLLint

@Suite struct DropIndexTests {
    @Test("a script that drops one")
    func found() {
        expectFindings(of: .dropIndex, in: "«DROP INDEX IF EXISTS i»;")
        expectFindings(of: .dropIndex, in: "«DROP INDEX IF EXISTS i»;", file: "R__script.cql")
    }

    @Test("what takes back may drop, and so may what is meant to lose data")
    func silent() {
        expectFindings(
            of: .dropIndex,
            in:
                """
                CREATE INDEX IF NOT EXISTS i ON users (n);
                -- @down
                DROP INDEX IF EXISTS i;
                """)
        expectFindings(
            of: .dropIndex, in: "DROP INDEX IF EXISTS i;", file: "U5__script.cql", others: ["V5__script.cql": "USE a;"])
        expectFindings(
            of: .dropIndex,
            in:
                """
                -- @destructive nothing uses it
                DROP INDEX IF EXISTS i;
                """)
    }
}
