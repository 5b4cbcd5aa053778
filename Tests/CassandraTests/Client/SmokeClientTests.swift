import CQLClient
import CQLWire
import EventLoop
import FoundationEssentials
import Testing

extension RealNodes {
    @Suite struct SmokeClientTests {
        private static let keyspace = "smoke_client"

        @Test("a keyspace is made and dropped, and every node is asked whether it agrees")
        func makesAndDropsKeyspace() async throws {
            let nodes = try await CassandraCluster.shared()
            try await nodes.withClient { client in
                #expect(client.platform == .cassandra(try #require(ReleaseVersion(try nodes.home.release()))))
                // Gossip may still be filling the peers of a node that has only just started; a survey looks again.
                while Set(await client.nodes.map(\.address.host)) != Set(nodes.addresses) {
                    _ = try await client.survey()
                }

                let create = """
                    CREATE KEYSPACE \(Self.keyspace)
                    WITH replication = {'class': 'SimpleStrategy', 'replication_factor': 3}
                    """
                let created = try await client.execute(Statement(create, timeout: client.ddlTimeout))
                #expect(created.schemaChange == SchemaChange(.created, .keyspace(Self.keyspace)))
                let version = try await agreedVersion(client)
                for status in try await client.survey() {
                    guard case .up(let report) = status.condition else {
                        Issue.record("\(status.node.place) is \(status.condition)")
                        continue
                    }
                    #expect(report.schemaVersion == version)
                    #expect(report.release == client.platform.release)
                }
                #expect(try await keyspaces(client).contains(Self.keyspace))

                _ = try await client.execute(Statement("DROP KEYSPACE \(Self.keyspace)", timeout: client.ddlTimeout))
                #expect(try await agreedVersion(client) != version)
                #expect(try await !keyspaces(client).contains(Self.keyspace))
            }
        }

        private func agreedVersion(_ client: Cluster) async throws -> UUID {
            switch try await client.awaitSchemaAgreement(timeout: .seconds(90)) {
            case .agreed(let agreement):
                #expect(agreement.without.isEmpty)
                return agreement.version
            case .disagreed(let disagreement): throw disagreement
            }
        }

        private func keyspaces(_ client: Cluster) async throws -> [String] {
            var names: [String] = []
            try await client.forEachRow(of: Statement("SELECT keyspace_name FROM system_schema.keyspaces")) {
                row throws(WireError) in
                if let name = try row.text("keyspace_name") { names.append(name) }
            }
            return names
        }
    }
}
