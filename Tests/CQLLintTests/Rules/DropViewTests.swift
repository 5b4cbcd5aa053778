import Testing

@testable import CQLLint

@Suite struct DropViewTests {
    @Test("a script that drops one")
    func found() {
        expectFindings(of: .dropView, in: "«DROP MATERIALIZED VIEW IF EXISTS v»;")
        expectFindings(of: .dropView, in: "«DROP MATERIALIZED VIEW IF EXISTS v»;", file: "R__script.cql")
    }

    @Test("what takes back may drop, and so may what is meant to lose data")
    func silent() {
        expectFindings(
            of: .dropView,
            in:
                """
                USE a;
                -- @down
                DROP MATERIALIZED VIEW IF EXISTS v;
                """)
        expectFindings(
            of: .dropView, in: "DROP MATERIALIZED VIEW IF EXISTS v;", file: "U5__script.cql",
            others: ["V5__script.cql": "USE a;"])
        expectFindings(
            of: .dropView,
            in:
                """
                -- @destructive nothing uses it
                DROP MATERIALIZED VIEW IF EXISTS v;
                """)
    }
}
