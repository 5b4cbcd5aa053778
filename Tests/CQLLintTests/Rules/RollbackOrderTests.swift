import Testing

@testable import CQLLint

@Suite struct RollbackOrderTests {
    @Test("what is dropped first is still used")
    func found() {
        expectFindings(
            of: .rollbackOrder,
            in:
                """
                CREATE TYPE a (f int);
                CREATE TABLE t (id int PRIMARY KEY, v frozen<a>);
                -- @down
                «DROP TYPE a»;
                DROP TABLE t;
                """)
    }

    @Test("the other way around, and an up part that is refused for it")
    func silent() {
        expectFindings(
            of: .rollbackOrder,
            in:
                """
                CREATE TYPE a (f int);
                CREATE TABLE t (id int PRIMARY KEY, v frozen<a>);
                -- @down
                DROP TABLE t;
                DROP TYPE a;
                """)
        expectFindings(
            of: .rollbackOrder, in: "DROP TYPE a;",
            others: ["V1__a.cql": "CREATE TYPE a (f int); CREATE TABLE t (id int PRIMARY KEY, v frozen<a>);"])
    }
}
