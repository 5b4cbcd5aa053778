import Testing

@testable import CQLLint

@Suite struct SimpleStrategyTests {
    @Test("the strategy that knows no data centres")
    func found() {
        expectFindings(
            of: .simpleStrategy,
            in: "CREATE KEYSPACE shop WITH «replication = {'class': 'SimpleStrategy', 'replication_factor': 3»};")
        expectFindings(
            of: .simpleStrategy,
            in:
                "ALTER KEYSPACE shop WITH «replication = {'class': 'org.apache.cassandra.locator.SimpleStrategy', 'replication_factor': 3»};"
        )
    }

    @Test("the one that does")
    func silent() {
        expectFindings(
            of: .simpleStrategy,
            in: "CREATE KEYSPACE shop WITH replication = {'class': 'NetworkTopologyStrategy', 'dc1': 3};")
    }
}
