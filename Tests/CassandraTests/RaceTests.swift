import Testing

extension RealNodes {
    /// Several processes at once, and processes that die.
    @Suite struct RaceTests {
        @Test("two runners at once: one waits and finds nothing to do")
        func twoRunners() async throws {
            try await Races(nodes: CassandraCluster.shared().addresses).twoRunners()
        }

        @Test("a runner whose lock is taken away stops before its next statement")
        func stolenLock() async throws {
            try await Races(nodes: CassandraCluster.shared().addresses).stolenLock()
        }

        @Test("kill -9 at many moments leaves a known state, and nothing runs twice")
        func killedRunners() async throws {
            try await Races(nodes: CassandraCluster.shared().addresses).killedRunners(times: 12)
        }
    }
}
