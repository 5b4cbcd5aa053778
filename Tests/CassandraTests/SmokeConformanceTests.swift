import Conformance
import FoundationEssentials
import Testing

extension RealNodes {
    /// The cases that the embedded node is held to, on one node of the real server.
    @Suite struct SmokeConformanceTests {
        @Test("the server answers what the cases say; UPDATE_CONFORMANCE=1 writes down what it answers")
        func conformance() async throws {
            let release = try CassandraHome.underTest().shortRelease
            let isRecording = ProcessInfo.processInfo.environment["UPDATE_CONFORMANCE"] == "1"
            let shape = ClusterShape(
                nodes: 1,
                settings: release == "3.11"
                    ? [:] : ["materialized_views_enabled": "true", "sasi_indexes_enabled": "true"])
            try await CassandraCluster.with(shape) { cluster in
                var count = 0
                for file in try CaseFile.all() {
                    let dialogue = try WireDialogue(host: cluster.addresses[0], port: 9042)
                    var run = ConformanceRun(file, release: release)
                    let deviations = try run.deviations(on: dialogue)
                    count += run.count
                    if isRecording {
                        try run.record()
                    } else {
                        for deviation in deviations { Issue.record("\(deviation)") }
                    }
                }
                #expect(count >= 300, "only \(count) statements")
            }
        }
    }
}
