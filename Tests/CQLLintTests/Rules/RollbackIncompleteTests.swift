import Testing

@testable import CQLLint

@Suite struct RollbackIncompleteTests {
    private static let first = ["V1__a.cql": "CREATE TABLE t (a int PRIMARY KEY, v text);"]

    @Test("what is left over and what is missing is told")
    func finds() {
        expectFindings(
            of: .rollbackIncomplete,
            in: """
                CREATE TABLE a (id int PRIMARY KEY);
                CREATE TABLE b (id int PRIMARY KEY);
                -- @down
                «DROP TABLE b»;
                """, ["When the version is taken back, the table `a` is left over."])
        expectFindings(
            of: .rollbackIncomplete,
            in: """
                ALTER TABLE t DROP v;
                -- @down
                «ALTER TABLE t WITH comment = 'v is gone'»;
                """,
            [
                "When the version is taken back, comment of the table `t` is 'v is gone' and was '', "
                    + "the column `t.v` is missing."
            ], others: Self.first)
    }

    @Test("it is told of the undo script where that takes the version back")
    func findsInScript() {
        expectFindings(
            of: .rollbackIncomplete, in: "«DROP INDEX i»;", file: "U2__b.cql",
            others: Self.first.merging(["V2__b.cql": "CREATE INDEX i ON t (v); ALTER TABLE t ADD w int;"]) { $1 })
    }

    @Test("what leads back is in order")
    func passes() {
        expectFindings(
            of: .rollbackIncomplete,
            in: """
                CREATE TABLE a (id int PRIMARY KEY);
                CREATE TYPE k (f int);
                ALTER TABLE t ADD k frozen<k>;
                CREATE INDEX i ON t (v);
                -- @down
                DROP INDEX i;
                ALTER TABLE t DROP k;
                DROP TYPE k;
                DROP TABLE IF EXISTS a;
                """, others: Self.first)
        expectFindings(of: .rollbackIncomplete, in: "CREATE TABLE a (id int PRIMARY KEY);\n-- @down\nDROP TABLE a;")
    }

    @Test("nothing is said where the outcome cannot be known")
    func unknown() {
        expectFindings(
            of: .rollbackIncomplete, in: "ALTER TABLE nowhere ADD v text;\n-- @down\nALTER TABLE nowhere DROP w;")
    }
}
