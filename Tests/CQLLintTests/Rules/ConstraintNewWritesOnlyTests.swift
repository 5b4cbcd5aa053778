import Testing

@testable import CQLLint

@Suite struct ConstraintNewWritesOnlyTests {
    @Test("a column that is there gets a constraint")
    func found() {
        expectFindings(of: .constraintNewWritesOnly, in: "ALTER TABLE users ALTER «n» CHECK n > 0;")
    }

    @Test("a new table has it from the start, and to take it away is no danger")
    func silent() {
        expectFindings(of: .constraintNewWritesOnly, in: "CREATE TABLE t (id int PRIMARY KEY, n int CHECK n > 0);")
        expectFindings(of: .constraintNewWritesOnly, in: "ALTER TABLE users ALTER n DROP CHECK;")
    }
}
