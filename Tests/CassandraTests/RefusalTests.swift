import Testing

extension RealNodes {
    @Suite struct RefusalTests {
        @Test("what goes wrong has its own code and exit")
        func refusals() async throws {
            try await Refusals(nodes: CassandraCluster.shared().addresses).run()
        }
    }
}
