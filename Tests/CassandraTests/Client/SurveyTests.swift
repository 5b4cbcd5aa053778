import CQLClient
import EventLoop
import Testing

extension RealNodes {
    @Suite(.disturbsNodes) struct SurveyTests {
        @Test("a killed node is down")
        func killed() async throws {
            let nodes = try await CassandraCluster.shared()
            try await nodes.withClient { client in
                let victim = try await other(than: client.coordinator, of: nodes)
                try await nodes.kill(victim.number)
                let conditions = try await conditions(client)
                #expect(conditions[victim.address] == .down(reason: "it refuses connections"))
                #expect(conditions.values.count { if case .up = $0 { true } else { false } } == 2)
            }
        }

        @Test("a paused node is down where heartbeats are shown, and otherwise cannot be told from a slow one")
        func paused() async throws {
            let nodes = try await CassandraCluster.shared()
            try await nodes.withClient { client in
                let victim = try await other(than: client.coordinator, of: nodes)
                try await nodes.pause(victim.number)
                let condition = try #require(try await conditions(client)[victim.address])
                switch condition {
                case .down: #expect(client.platform.hasGossipView)
                case .unreachable: #expect(!client.platform.hasGossipView)
                case .up: Issue.record("\(victim.address) is paused and counts as up")
                }
            }
        }

        private func other(
            than coordinator: Coordinator, of nodes: CassandraCluster
        ) throws -> (number: Int, address: String) {
            let address = try #require(nodes.addresses.last { $0 != coordinator.node.address.host })
            return (try #require(nodes.addresses.firstIndex(of: address)) + 1, address)
        }

        private func conditions(_ client: Cluster) async throws -> [String: NodeCondition] {
            Dictionary(uniqueKeysWithValues: try await client.survey().map { ($0.node.address.host, $0.condition) })
        }
    }
}
