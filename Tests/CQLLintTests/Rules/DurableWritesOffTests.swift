import Testing

@testable import CQLLint

@Suite struct DurableWritesOffTests {
    @Test("writes past the commit log")
    func found() {
        expectFindings(
            of: .durableWritesOff,
            in:
                "CREATE KEYSPACE shop WITH replication = {'class': 'NetworkTopologyStrategy', 'dc1': 3} AND «durable_writes = false»;"
        )
        expectFindings(of: .durableWritesOff, in: "ALTER KEYSPACE shop WITH «durable_writes = false»;")
    }

    @Test("with it")
    func silent() {
        expectFindings(
            of: .durableWritesOff,
            in:
                "CREATE KEYSPACE shop WITH replication = {'class': 'NetworkTopologyStrategy', 'dc1': 3} AND durable_writes = true;"
        )
        expectFindings(
            of: .durableWritesOff,
            in: "CREATE KEYSPACE shop WITH replication = {'class': 'NetworkTopologyStrategy', 'dc1': 3};")
    }
}
