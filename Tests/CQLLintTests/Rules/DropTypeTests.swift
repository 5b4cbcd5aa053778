import Testing

@testable import CQLLint

@Suite struct DropTypeTests {
    @Test("a script that drops one")
    func found() {
        expectFindings(of: .dropType, in: "«DROP TYPE IF EXISTS address»;")
        expectFindings(of: .dropType, in: "«DROP TYPE IF EXISTS address»;", file: "R__script.cql")
    }

    @Test("what takes back may drop, and so may what is meant to lose data")
    func silent() {
        expectFindings(
            of: .dropType,
            in:
                """
                CREATE TYPE IF NOT EXISTS address (street text);
                -- @down
                DROP TYPE IF EXISTS address;
                """)
        expectFindings(
            of: .dropType, in: "DROP TYPE IF EXISTS address;", file: "U5__script.cql",
            others: ["V5__script.cql": "USE a;"])
        expectFindings(
            of: .dropType,
            in:
                """
                -- @destructive nothing uses it
                DROP TYPE IF EXISTS address;
                """)
    }
}
