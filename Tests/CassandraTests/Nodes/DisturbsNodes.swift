import Testing

/// Brings all nodes of the shared cluster back after a test that kills or pauses some.
struct DisturbsNodes: SuiteTrait, TestTrait, TestScoping {
    let isRecursive = true

    func provideScope(
        for test: Test, testCase: Test.Case?, performing function: @concurrent @Sendable () async throws -> Void
    ) async throws {
        do {
            try await function()
        } catch {
            try await CassandraCluster.shared().restore()
            throw error
        }
        try await CassandraCluster.shared().restore()
    }
}

extension Trait where Self == DisturbsNodes {
    /// For suites and tests that kill or pause nodes of the shared cluster: all run again afterwards.
    static var disturbsNodes: Self { DisturbsNodes() }
}
