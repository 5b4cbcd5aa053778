import Testing

extension RealNodes {
    @Suite struct BaselineTests {
        @Test("what is marked as applied is not run, and what comes behind it is")
        func baselines() async throws {
            try await Baselines(nodes: CassandraCluster.shared().addresses).run()
        }
    }
}
