import CQLClient
import CQLWire
import Testing

@Suite struct ClientTests {
    @Test func connects() async throws {
        let point = try #require(ContactPoint("127.0.0.1", defaultPort: 9042))
        let cluster = try await Cluster.connect(ClusterSettings(contactPoints: [point]))
        print(cluster.platform, await cluster.name, await cluster.nodes.count)
        for status in try await cluster.survey() { print(status) }
        _ = try await cluster.execute(Statement("CREATE KEYSPACE IF NOT EXISTS k WITH replication = {'class':'SimpleStrategy','replication_factor':3}", timeout: .seconds(60)))
        print(try await cluster.awaitSchemaAgreement(timeout: .seconds(90)))
        for i in 0..<10 {
            let t0 = ContinuousClock.now
            _ = try await cluster.execute(Statement("CREATE TABLE k.t\(i) (a int PRIMARY KEY)", timeout: .seconds(60)))
            let t1 = ContinuousClock.now
            let r = try await cluster.awaitSchemaAgreement(timeout: .seconds(90))
            print(t0.duration(to: t1), t1.duration(to: .now), r)
        }
        _ = try await cluster.execute(Statement("DROP KEYSPACE k", timeout: .seconds(60)))
        await cluster.close()
    }
}
