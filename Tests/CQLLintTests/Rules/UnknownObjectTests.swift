import Testing

@testable import CQLLint

@Suite struct UnknownObjectTests {
    @Test("what no script makes is found")
    func finds() {
        expectFindings(of: .unknownObject, in: "«ALTER TABLE nowhere ADD phone text»;")
        expectFindings(
            of: .unknownObject, in: "«ALTER TABLE t DROP phone»;",
            others: ["V1__a.cql": "CREATE TABLE t (a int, b int, v text, s int, PRIMARY KEY (a, b));"])
        expectFindings(
            of: .unknownObject, in: "«CREATE INDEX i ON t (nothing)»;",
            others: ["V1__a.cql": "CREATE TABLE t (a int, b int, v text, s int, PRIMARY KEY (a, b));"])
    }

    @Test("what an earlier script makes is in order")
    func passes() {
        expectFindings(
            of: .unknownObject, in: "ALTER TABLE t ADD phone text;",
            others: ["V1__a.cql": "CREATE TABLE t (a int, b int, v text, s int, PRIMARY KEY (a, b));"])
        expectFindings(
            of: .unknownObject,
            in: """
                CREATE TYPE k (a int);
                CREATE TABLE u (id int PRIMARY KEY, k frozen<k>);
                """)
    }

    @Test("nothing is said where a script cannot be read, nor of keyspaces that no script makes")
    func more() {
        expectFindings(
            of: .unknownObject, in: "ALTER TABLE nowhere ADD phone text;",
            others: ["V1__a.cql": "CREATE TABEL nowhere (id int PRIMARY KEY);"])
        expectFindings(of: .unknownObject, in: "ALTER TABLE elsewhere.t ADD phone text;")
    }
}
