import Testing

@testable import CQLLint

@Suite struct IrreversibleUnmarkedTests {
    @Test("rows, values and fields that nothing brings back")
    func found() {
        expectFindings(
            of: .irreversibleUnmarked,
            in:
                """
                «DROP TABLE users»;
                -- @down
                CREATE TABLE users (id int PRIMARY KEY);
                """)
        expectFindings(
            of: .irreversibleUnmarked,
            in:
                """
                «ALTER TABLE users DROP phone»;
                -- @down
                ALTER TABLE users ADD phone text;
                """)
        expectFindings(
            of: .irreversibleUnmarked,
            in:
                """
                «TRUNCATE users»;
                -- @down
                USE a;
                """)
        expectFindings(
            of: .irreversibleUnmarked,
            in:
                """
                «ALTER TYPE a ADD g int»;
                -- @down
                ALTER TYPE a RENAME g TO gone;
                """)
    }

    @Test("no down part, one that says so, and what can be taken back")
    func silent() {
        expectFindings(of: .irreversibleUnmarked, in: "DROP TABLE users;")
        expectFindings(
            of: .irreversibleUnmarked,
            in:
                """
                -- @irreversible the rows are gone
                DROP TABLE users;
                -- @down
                CREATE TABLE users (id int PRIMARY KEY);
                """)
        expectFindings(
            of: .irreversibleUnmarked,
            in:
                """
                ALTER TABLE users ADD mail text;
                -- @down
                ALTER TABLE users DROP mail;
                """)
        expectFindings(
            of: .irreversibleUnmarked,
            in:
                """
                DROP INDEX i;
                -- @down
                CREATE INDEX i ON users (n);
                """)
    }
}
