import Testing

@testable import CQLLint

@Suite struct DropInUseTests {
    @Test("a type that a table has cannot be dropped")
    func finds() {
        expectFindings(
            of: .dropInUse,
            in: """
                CREATE TYPE k (a int);
                CREATE TABLE u (id int PRIMARY KEY, k frozen<k>);
                «DROP TYPE k»;
                """)
    }

    @Test("when the table is gone it can")
    func passes() {
        expectFindings(
            of: .dropInUse,
            in: """
                CREATE TYPE k (a int);
                CREATE TABLE u (id int PRIMARY KEY, k frozen<k>);
                DROP TABLE u;
                DROP TYPE k;
                """)
    }
}
