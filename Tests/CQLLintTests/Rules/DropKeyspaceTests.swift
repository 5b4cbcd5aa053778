import Testing

@testable import CQLLint

@Suite struct DropKeyspaceTests {
    @Test("a script that drops one")
    func found() {
        expectFindings(of: .dropKeyspace, in: "«DROP KEYSPACE IF EXISTS shop»;")
        expectFindings(of: .dropKeyspace, in: "«DROP KEYSPACE IF EXISTS shop»;", file: "R__script.cql")
    }

    @Test("what takes back may drop, and so may what is meant to lose data")
    func silent() {
        expectFindings(
            of: .dropKeyspace,
            in:
                """
                CREATE KEYSPACE IF NOT EXISTS shop WITH replication = {'class': 'NetworkTopologyStrategy', 'dc1': 3};
                -- @down
                DROP KEYSPACE IF EXISTS shop;
                """)
        expectFindings(
            of: .dropKeyspace, in: "DROP KEYSPACE IF EXISTS shop;", file: "U5__script.cql",
            others: ["V5__script.cql": "USE a;"])
        expectFindings(
            of: .dropKeyspace,
            in:
                """
                -- @destructive nothing uses it
                DROP KEYSPACE IF EXISTS shop;
                """)
    }
}
