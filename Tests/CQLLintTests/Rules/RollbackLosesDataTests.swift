import Testing

@testable import CQLLint

@Suite struct RollbackLosesDataTests {
    @Test("the down part drops what the up part has filled")
    func found() {
        expectFindings(
            of: .rollbackLosesData,
            in:
                """
                CREATE TABLE t (id int PRIMARY KEY, v int);
                INSERT INTO t (id) VALUES (1);
                -- @down
                «DROP TABLE t»;
                """)
        expectFindings(
            of: .rollbackLosesData,
            in:
                """
                ALTER TABLE users ADD mail text;
                UPDATE users SET mail = 'x' WHERE id = 1;
                -- @down
                «ALTER TABLE users DROP mail»;
                """)
    }

    @Test("an empty table, and rows that are taken out again")
    func silent() {
        expectFindings(
            of: .rollbackLosesData,
            in:
                """
                CREATE TABLE t (id int PRIMARY KEY, v int);
                -- @down
                DROP TABLE t;
                """)
        expectFindings(
            of: .rollbackLosesData,
            in:
                """
                CREATE TABLE t (id int PRIMARY KEY, v int);
                INSERT INTO users (id) VALUES (1);
                -- @down
                DROP TABLE t;
                """)
        expectFindings(
            of: .rollbackLosesData,
            in:
                """
                INSERT INTO t (id) VALUES (1);
                -- @down
                DELETE FROM t WHERE id = 1;
                """)
    }
}
