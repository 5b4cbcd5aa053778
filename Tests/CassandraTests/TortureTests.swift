import Acceptance
import FoundationEssentials
import Testing

extension RealNodes {
    /// Runs and nodes that chance kills, pauses and restarts: `make torture SEED=n MINUTES=n`, or for a minute.
    @Suite(.disturbsNodes) struct TortureTests {
        @Test("whatever happens to runs and nodes, no promise is broken")
        func torture() async throws {
            let variables = ProcessInfo.processInfo.environment
            let seed = variables["SEED"].flatMap { UInt64($0) } ?? 20_261_121
            let minutes = variables["MINUTES"].flatMap { Int($0) } ?? 1
            try await Torture(CassandraCluster.shared(), seed: seed, duration: .seconds(60 * minutes)).run()
        }
    }
}
