import Testing

@testable import CQLLint

@Suite struct RF1Tests {
    @Test("one replica")
    func found() {
        expectFindings(
            of: .rf1,
            in: "CREATE KEYSPACE shop WITH replication = {'class': 'SimpleStrategy', «'replication_factor': 1»};")
        expectFindings(
            of: .rf1,
            in: "CREATE KEYSPACE shop WITH replication = {'class': 'NetworkTopologyStrategy', 'dc1': 3, «'dc2': '1'»};")
    }

    @Test("three")
    func silent() {
        expectFindings(
            of: .rf1, in: "CREATE KEYSPACE shop WITH replication = {'class': 'NetworkTopologyStrategy', 'dc1': 3};")
    }
}
