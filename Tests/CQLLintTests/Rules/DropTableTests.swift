import Testing

@testable import CQLLint

@Suite struct DropTableTests {
    @Test("a table that is dropped is named")
    func found() {
        expectFindings(
            of: .dropTable, in: "«DROP TABLE IF EXISTS users»;",
            ["This drops the table `users` and every row in it."])
    }

    @Test("what takes back may drop, and so may a statement that is meant to lose data, with a reason")
    func silent() {
        expectFindings(of: .dropTable, in: "CREATE TABLE a (k int PRIMARY KEY);\n-- @down\nDROP TABLE IF EXISTS a;")
        expectFindings(of: .dropTable, in: "-- @destructive nobody reads it\nDROP TABLE IF EXISTS a;")
        expectFindings(of: .dropTable, in: "-- @destructive\n«DROP TABLE IF EXISTS a»;")
        expectFindings(of: .dropTable, in: "ALTER TABLE a DROP b;")
    }
}
