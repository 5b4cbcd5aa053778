import Testing

@testable import CQLLint

@Suite struct RFEvenTests {
    @Test("an even number")
    func found() {
        expectFindings(
            of: .rfEven,
            in: "CREATE KEYSPACE shop WITH replication = {'class': 'NetworkTopologyStrategy', «'dc1': 2», 'dc2': 3};")
        expectFindings(
            of: .rfEven,
            in: "CREATE KEYSPACE shop WITH replication = {'class': 'NetworkTopologyStrategy', «'dc1': '4/2'»};")
    }

    @Test("odd numbers, and none at all")
    func silent() {
        expectFindings(
            of: .rfEven, in: "CREATE KEYSPACE shop WITH replication = {'class': 'NetworkTopologyStrategy', 'dc1': 3};")
        expectFindings(
            of: .rfEven,
            in: "CREATE KEYSPACE shop WITH replication = {'class': 'NetworkTopologyStrategy', 'dc1': 3, 'dc2': 0};")
    }
}
