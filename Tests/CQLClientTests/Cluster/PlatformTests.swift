import Testing

@testable import CQLClient

@Suite struct PlatformTests {
    struct Vector: CustomTestStringConvertible, Sendable {
        let testDescription: String
        var supported: [String: [String]] = [:]
        var release = ReleaseVersion(4, 0, 11)
        var dseVersion: String?
        var clusterName = "Test Cluster"
        var scyllaVersion: String?
        let platform: Platform

        static let all = [
            Vector(
                testDescription: "Cassandra 3.11.19", release: ReleaseVersion(3, 11, 19),
                platform: .cassandra(ReleaseVersion(3, 11, 19))),
            Vector(
                testDescription: "Cassandra 6.0.0", release: ReleaseVersion(6),
                platform: .cassandra(ReleaseVersion(6))),
            Vector(
                testDescription: "DSE 6.8.37", dseVersion: "6.8.37",
                platform: .dse(version: "6.8.37", ReleaseVersion(4, 0, 11))),
            Vector(
                testDescription: "Astra", supported: ["PRODUCT_TYPE": ["DATASTAX_APOLLO"]], dseVersion: "6.8",
                platform: .astra(ReleaseVersion(4, 0, 11))),
            Vector(
                testDescription: "DSE 6.9.0", supported: ["PRODUCT_TYPE": ["DATASTAX_DSE"]], dseVersion: "6.9.0",
                platform: .dse(version: "6.9.0", ReleaseVersion(4, 0, 11))),
            Vector(
                testDescription: "Scylla 6.2.0", supported: ["SCYLLA_NR_SHARDS": ["8"]],
                release: ReleaseVersion(3, 0, 8), scyllaVersion: "6.2.0", platform: .scylla(version: "6.2.0")),
            Vector(
                testDescription: "Scylla", supported: ["SCYLLA_SHARD": ["0"]], release: ReleaseVersion(3, 0, 8),
                platform: .scylla(version: nil)),
            Vector(
                testDescription: "Amazon Keyspaces", release: ReleaseVersion(3, 11, 2),
                clusterName: "Amazon Keyspaces", platform: .keyspaces),
        ]
    }

    @Test("a platform is told by what its nodes say of themselves", arguments: Vector.all)
    func detects(vector: Vector) {
        let platform = Platform(
            supported: vector.supported, release: vector.release, dseVersion: vector.dseVersion,
            clusterName: vector.clusterName, scyllaVersion: vector.scyllaVersion)
        #expect(platform == vector.platform)
        #expect(platform.description == vector.testDescription)
    }

    @Test("what a platform can do follows from its kind and its release")
    func abilities() throws {
        let preview = try #require(ReleaseVersion("6.0-alpha2"))
        #expect(Platform.cassandra(preview).hasTransactionalMetadata)
        #expect(!Platform.cassandra(ReleaseVersion(5, 0, 9)).hasTransactionalMetadata)
        #expect(!Platform.dse(version: "7", ReleaseVersion(6)).hasTransactionalMetadata)
        #expect(Platform.cassandra(ReleaseVersion(4, 1)).hasGossipView)
        #expect(!Platform.cassandra(ReleaseVersion(4, 0, 11)).hasGossipView)
        #expect(!Platform.scylla(version: "6.2.0").hasGossipView)
    }

    @Test("what does not say which Cassandra it behaves like is taken for 3.11")
    func release() {
        #expect(Platform.scylla(version: "6.2.0").release == ReleaseVersion(3, 11))
        #expect(Platform.keyspaces.release == ReleaseVersion(3, 11))
        #expect(Platform.astra(ReleaseVersion(4)).release == ReleaseVersion(4))
    }
}
