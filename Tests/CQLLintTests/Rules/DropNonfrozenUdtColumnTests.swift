import Testing

@testable import CQLLint

@Suite struct DropNonfrozenUdtColumnTests {
    @Test("it is found")
    func finds() {
        expectFindings(
            of: .dropNonfrozenUdtColumn,
            in: """
                CREATE TYPE k (a int);
                CREATE TABLE u (id int PRIMARY KEY, k k);
                «ALTER TABLE u DROP k»;
                """)
    }

    @Test("a frozen one can be dropped")
    func passes() {
        expectFindings(
            of: .dropNonfrozenUdtColumn,
            in: """
                CREATE TYPE k (a int);
                CREATE TABLE u (id int PRIMARY KEY, k frozen<k>);
                ALTER TABLE u DROP k;
                """)
    }
}
