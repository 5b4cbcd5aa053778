import Testing

@testable import CQLLint

@Suite struct UseStatementTests {
    @Test("it is found")
    func finds() {
        expectFindings(
            of: .useStatement,
            in: """
                «USE other»;
                CREATE TABLE x (id int PRIMARY KEY);
                """, ["The statements behind `USE other` go to the keyspace `other`."])
    }

    @Test("a name with its keyspace is none")
    func passes() {
        expectFindings(of: .useStatement, in: "CREATE TABLE other.x (id int PRIMARY KEY);")
    }
}
