import Testing

@testable import CQLLint

@Suite struct DropInUseTests {
    @Test("a type that a table has cannot be dropped, in an undo either")
    func finds() {
        expectFindings(
            of: .dropInUse,
            in: """
                CREATE TYPE k (a int);
                CREATE TABLE u (id int PRIMARY KEY, k frozen<k>);
                «DROP TYPE k»;
                """)
        expectFindings(
            of: .dropInUse,
            in: """
                CREATE TYPE k (a int);
                CREATE TABLE u (id int PRIMARY KEY, k frozen<k>);
                -- @down
                «DROP TYPE k»;
                DROP TABLE u;
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
