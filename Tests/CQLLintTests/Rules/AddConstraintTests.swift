import Testing

@testable import CQLLint

@Suite struct AddConstraintTests {
    @Test("the form of other databases")
    func found() {
        expectFindings(of: .addConstraint, in: "ALTER TABLE users ADD «CONSTRAINT» adult CHECK n > 0;")
        expectFindings(of: .addConstraint, in: "ALTER TABLE users ADD «CONSTRAINT» adult CHECK (n > 0);")
        expectFindings(
            of: .addConstraint, in: "ALTER TABLE users ADD «CONSTRAINT» adult CHECK n > 0;", platform: .cassandra50)
    }

    @Test("the right form, and a column of that name")
    func silent() {
        expectFindings(of: .addConstraint, in: "ALTER TABLE users ALTER n CHECK n > 0;")
        expectFindings(of: .addConstraint, in: "ALTER TABLE users ADD constraint text;")
    }
}
