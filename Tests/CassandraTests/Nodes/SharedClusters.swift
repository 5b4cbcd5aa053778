/// The clusters that all suites use, one for each home.
actor SharedClusters {
    static let one = SharedClusters()

    private var starts: [CassandraHome: Task<CassandraCluster, any Error>] = [:]

    /// The cluster of a home. Whoever asks first has it started; a start that failed fails for everybody, once.
    func cluster(of home: CassandraHome) async throws -> CassandraCluster {
        let start = starts[home] ?? Task { try await CassandraCluster.start(home) }
        starts[home] = start
        return try await start.value
    }
}
