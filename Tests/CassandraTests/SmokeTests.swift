import Testing

extension RealNodes {
    /// What is run on every release.
    @Suite struct SmokeTests {
        @Test("the main job: init, 20 migrations, a failure, its correction, resume, rollback, history")
        func mainJob() async throws {
            try await MainJob(nodes: CassandraCluster.shared().addresses).run()
        }

        @Test("twenty processes initialise one keyspace at once")
        func initAtOnce() async throws {
            try await Races(nodes: CassandraCluster.shared().addresses).initAtOnce()
        }
    }
}
