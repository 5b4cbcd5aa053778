import Testing

@testable import CQLLint

@Suite struct KeyspaceDdlTests {
    @Test("a keyspace is made, changed or dropped")
    func found() {
        expectFindings(
            of: .keyspaceDdl,
            in: "CREATE KEYSPACE «shop» WITH replication = {'class': 'NetworkTopologyStrategy', 'dc1': 3};")
        expectFindings(of: .keyspaceDdl, in: "ALTER KEYSPACE «shop» WITH durable_writes = true;")
        expectFindings(of: .keyspaceDdl, in: "DROP KEYSPACE «shop»;")
    }

    @Test("in what takes back it had to be, and a table is none")
    func silent() {
        expectFindings(
            of: .keyspaceDdl,
            in:
                """
                USE a;
                -- @down
                DROP KEYSPACE shop;
                """)
        expectFindings(of: .keyspaceDdl, in: "CREATE TABLE t (id int PRIMARY KEY);")
    }
}
