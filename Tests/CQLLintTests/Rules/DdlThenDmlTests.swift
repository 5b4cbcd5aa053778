import Testing

@testable import CQLLint

@Suite struct DdlThenDmlTests {
    @Test("rows for a table that the script has made or changed, once for each")
    func found() {
        expectFindings(
            of: .ddlThenDml,
            in:
                """
                CREATE TABLE t (id int PRIMARY KEY, v int);
                INSERT INTO «t» (id) VALUES (1);
                INSERT INTO t (id) VALUES (2);
                """)
        expectFindings(
            of: .ddlThenDml,
            in:
                """
                ALTER TABLE users ADD mail text;
                UPDATE «users» SET mail = 'x' WHERE id = 1;
                """)
    }

    @Test("rows for another table, rows first, and the other part")
    func silent() {
        expectFindings(
            of: .ddlThenDml,
            in:
                """
                CREATE TABLE t (id int PRIMARY KEY, v int);
                INSERT INTO u (id) VALUES (1);
                """)
        expectFindings(
            of: .ddlThenDml,
            in:
                """
                INSERT INTO t (id) VALUES (1);
                ALTER TABLE t ADD w int;
                """)
        expectFindings(
            of: .ddlThenDml,
            in:
                """
                CREATE TABLE t (id int PRIMARY KEY, v int);
                -- @down
                DELETE FROM t WHERE id = 1;
                """)
    }
}
