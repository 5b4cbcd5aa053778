import Testing

extension RealNodes {
    /// One of them kills a node that all tests share, and restores it.
    @Suite(.disturbsNodes) struct ScriptModeTests {
        @Test("one script, one wait for the schema")
        func oneAgreement() async throws { try await ScriptMode(cluster: CassandraCluster.shared()).oneAgreement() }

        @Test("a coordinator that dies takes with it what only it was known to have")
        func lostCoordinator() async throws {
            try await ScriptMode(cluster: CassandraCluster.shared()).lostCoordinator()
        }
    }
}
