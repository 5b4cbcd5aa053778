import Testing

@testable import CQLLint

@Suite struct MaterializedViewTests {
    @Test("a view is made")
    func found() {
        expectFindings(
            of: .materializedView,
            in:
                "CREATE MATERIALIZED VIEW «v» AS SELECT * FROM users WHERE id IS NOT NULL AND n IS NOT NULL PRIMARY KEY (n, id);"
        )
    }

    @Test("a view is dropped or changed")
    func silent() {
        expectFindings(of: .materializedView, in: "DROP MATERIALIZED VIEW v;")
        expectFindings(of: .materializedView, in: "ALTER MATERIALIZED VIEW v WITH comment = 'x';")
    }
}
