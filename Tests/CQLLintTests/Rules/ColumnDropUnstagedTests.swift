import Testing

@testable import CQLLint

@Suite struct ColumnDropUnstagedTests {
    @Test("a column goes in the script that adds its successor")
    func found() {
        expectFindings(
            of: .columnDropUnstaged,
            in:
                """
                ALTER TABLE users ADD mail text;
                UPDATE users SET mail = 'x' WHERE id = 1;
                ALTER TABLE users DROP «phone»;
                """)
    }

    @Test("one after the other, or of another table")
    func silent() {
        expectFindings(
            of: .columnDropUnstaged,
            in:
                """
                ALTER TABLE users DROP phone;
                ALTER TABLE users ADD mail text;
                """)
        expectFindings(
            of: .columnDropUnstaged,
            in:
                """
                ALTER TABLE users ADD mail text;
                ALTER TABLE orders DROP phone;
                """)
        expectFindings(
            of: .columnDropUnstaged,
            in:
                """
                ALTER TABLE users ADD mail text;
                -- @down
                ALTER TABLE users DROP mail;
                """)
    }
}
