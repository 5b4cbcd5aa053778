import Testing

@testable import CQLLint

@Suite struct ColumnDropTests {
    @Test("each column that goes is pointed at")
    func finds() {
        expectFindings(of: .columnDrop, in: "ALTER TABLE users DROP «phone»;")
        expectFindings(
            of: .columnDrop,
            in: """
                ALTER TABLE IF EXISTS users
                  DROP («phone», «"Fax"»);
                """)
    }

    @Test("an undo may drop what its script adds, and other changes are no loss")
    func passes() {
        expectFindings(
            of: .columnDrop,
            in: """
                ALTER TABLE users ADD phone text;
                -- @down
                ALTER TABLE users DROP phone;
                """)
        expectFindings(of: .columnDrop, in: "ALTER TABLE users RENAME a TO b;")
        expectFindings(
            of: .columnDrop, in: "ALTER TABLE users DROP phone;", file: "U1__users.cql",
            others: ["V1__users.cql": "ALTER TABLE users ADD phone text;"])
    }
}
