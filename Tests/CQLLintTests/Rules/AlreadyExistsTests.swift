import Testing

@testable import CQLLint

@Suite struct AlreadyExistsTests {
    @Test("what is there is not made again, nor a column added twice")
    func finds() {
        expectFindings(
            of: .alreadyExists,
            in: """
                CREATE TABLE u (id int PRIMARY KEY);
                «CREATE TABLE u (id int PRIMARY KEY)»;
                """)
        expectFindings(
            of: .alreadyExists, in: "«CREATE TABLE t (id int PRIMARY KEY)»;",
            others: ["V1__a.cql": "CREATE TABLE t (a int, b int, v text, s int, PRIMARY KEY (a, b));"])
        expectFindings(
            of: .alreadyExists, in: "«ALTER TABLE t ADD v text»;",
            others: ["V1__a.cql": "CREATE TABLE t (a int, b int, v text, s int, PRIMARY KEY (a, b));"])
    }

    @Test("what is gone, or is guarded, or in another keyspace, may be")
    func passes() {
        expectFindings(
            of: .alreadyExists,
            in: """
                DROP TABLE t;
                CREATE TABLE t (id int PRIMARY KEY);
                """, others: ["V1__a.cql": "CREATE TABLE t (a int, b int, v text, s int, PRIMARY KEY (a, b));"])
        expectFindings(
            of: .alreadyExists, in: "CREATE TABLE IF NOT EXISTS t (id int PRIMARY KEY);",
            others: ["V1__a.cql": "CREATE TABLE t (a int, b int, v text, s int, PRIMARY KEY (a, b));"])
        expectFindings(
            of: .alreadyExists,
            in: """
                CREATE KEYSPACE k WITH replication = {'class': 'SimpleStrategy', 'replication_factor': 1};
                CREATE TABLE k.t (id int PRIMARY KEY);
                """, others: ["V1__a.cql": "CREATE TABLE t (a int, b int, v text, s int, PRIMARY KEY (a, b));"])
    }
}
