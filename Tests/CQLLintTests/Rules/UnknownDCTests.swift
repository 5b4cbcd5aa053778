import Testing

@testable import CQLLint

@Suite struct UnknownDCTests {
    @Test("the data centre is written in another way, or has no replicas")
    func found() {
        expectFindings(
            of: .unknownDC,
            in: "CREATE KEYSPACE shop WITH replication = {'class': 'NetworkTopologyStrategy', «'DC1'»: 3};",
            localDataCentre: "dc1")
        expectFindings(
            of: .unknownDC,
            in: "CREATE KEYSPACE shop WITH «replication = {'class': 'NetworkTopologyStrategy', 'east': 3»};",
            localDataCentre: "dc1")
    }

    @Test("it is there, all are meant, or nothing is known of it")
    func silent() {
        expectFindings(
            of: .unknownDC,
            in: "CREATE KEYSPACE shop WITH replication = {'class': 'NetworkTopologyStrategy', 'dc1': 3};",
            localDataCentre: "dc1")
        expectFindings(
            of: .unknownDC,
            in:
                "CREATE KEYSPACE shop WITH replication = {'class': 'NetworkTopologyStrategy', 'replication_factor': 3};",
            localDataCentre: "dc1")
        expectFindings(
            of: .unknownDC,
            in: "CREATE KEYSPACE shop WITH replication = {'class': 'NetworkTopologyStrategy', 'DC1': 3};")
        expectFindings(
            of: .unknownDC,
            in: "CREATE KEYSPACE shop WITH replication = {'class': 'SimpleStrategy', 'replication_factor': 3};",
            localDataCentre: "dc1")
    }
}
