import Testing

@testable import CQLLint

@Suite struct IndexBuildLoadTests {
    @Test("an index or a view on a table that was there before")
    func found() {
        expectFindings(of: .indexBuildLoad, in: "CREATE INDEX i ON «users» (n);")
        expectFindings(
            of: .indexBuildLoad,
            in:
                "CREATE MATERIALIZED VIEW v AS SELECT * FROM «users» WHERE id IS NOT NULL AND n IS NOT NULL PRIMARY KEY (n, id);"
        )
    }

    @Test("on one that the script has just made")
    func silent() {
        expectFindings(
            of: .indexBuildLoad,
            in:
                """
                CREATE TABLE users (id int PRIMARY KEY, n int);
                CREATE INDEX i ON users (n);
                """)
    }
}
