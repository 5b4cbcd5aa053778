import Testing

@testable import CQLLint

@Suite struct DropNoIfExistsTests {
    @Test("every kind of DROP without a guard is found and mended")
    func finds() {
        expectFindings(
            of: .dropNoIfExists,
            in: """
                «DROP
                  TABLE users»;
                CREATE TABLE a (id int PRIMARY KEY); «DROP TABLE b»;
                «DROP TABLE c»; -- not IF EXISTS on purpose
                """,
            fixed: """
                DROP
                  TABLE IF EXISTS users;
                CREATE TABLE a (id int PRIMARY KEY); DROP TABLE IF EXISTS b;
                DROP TABLE IF EXISTS c; -- not IF EXISTS on purpose
                """)
        expectFindings(
            of: .dropNoIfExists,
            in: """
                «DROP MATERIALIZED VIEW v»;
                «DROP FUNCTION f»;
                «DROP ROLE r»;
                """)
    }

    @Test("guarded ones are in order")
    func passes() {
        expectFindings(
            of: .dropNoIfExists,
            in: """
                DROP TABLE IF EXISTS a;
                drop index if exists i;
                """)
    }
}
