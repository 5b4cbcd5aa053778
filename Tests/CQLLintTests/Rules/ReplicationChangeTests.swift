import Testing

@testable import CQLLint

@Suite struct ReplicationChangeTests {
    @Test("the replication of a keyspace changes")
    func found() {
        expectFindings(
            of: .replicationChange,
            in: "ALTER KEYSPACE shop WITH «replication = {'class': 'NetworkTopologyStrategy', 'dc1': 3»};")
    }

    @Test("a new keyspace has one, and other options move no data")
    func silent() {
        expectFindings(
            of: .replicationChange,
            in: "CREATE KEYSPACE shop WITH replication = {'class': 'NetworkTopologyStrategy', 'dc1': 3};")
        expectFindings(of: .replicationChange, in: "ALTER KEYSPACE shop WITH durable_writes = true;")
    }
}
