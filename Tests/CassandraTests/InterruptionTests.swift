import Foundation
import Testing

extension RealNodes {
    @Suite struct InterruptionTests {
        @Test("a signal ends the run after the statement under way", arguments: [SIGINT, SIGTERM])
        func signals(number: Int32) async throws {
            try await Interruptions(nodes: CassandraCluster.shared().addresses).signal(number)
        }

        @Test("a closed output is exit 9, after the run was finished and recorded")
        func closedOutput() async throws {
            try await Interruptions(nodes: CassandraCluster.shared().addresses).closedOutput()
        }

        @Test("the lock of a dead holder is waited out")
        func deadHolder() async throws {
            try await Interruptions(nodes: CassandraCluster.shared().addresses).deadHolder()
        }
    }
}
