import Testing

extension RealNodes {
    /// These disturb the nodes that all tests share.
    @Suite(.disturbsNodes) struct DisturbanceTests {
        @Test("a node that is down refuses the run, and --allow node-down goes on without it")
        func nodeDown() async throws { try await Disturbances(cluster: CassandraCluster.shared()).nodeDown() }

        @Test("a node that is silent and whose heartbeat stands still counts as down")
        func nodePaused() async throws { try await Disturbances(cluster: CassandraCluster.shared()).nodePaused() }

        @Test("no schema agreement is exit 6")
        func noAgreement() async throws { try await Disturbances(cluster: CassandraCluster.shared()).noAgreement() }
    }
}
