import Testing

@testable import CQLLint

@Suite struct TypeChangeTests {
    @Test("columns and fields keep their types")
    func finds() {
        expectFindings(of: .typeChange, in: "ALTER TABLE users ALTER «age» TYPE bigint;")
        expectFindings(of: .typeChange, in: "ALTER TYPE address ALTER «zip» TYPE text;")
    }

    @Test("new ones are in order")
    func passes() {
        expectFindings(of: .typeChange, in: "ALTER TABLE users ADD age2 bigint;")
    }
}
