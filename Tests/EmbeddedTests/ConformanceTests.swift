import CQLNode
import CQLSyntax
import Conformance
import EventLoop
import SchemaModel
import Testing

/// The embedded node answers what the releases of Cassandra have answered.
@Suite struct ConformanceTests {
    /// A release and one of the files.
    struct Item: Sendable, CustomTestStringConvertible {
        let release: CassandraRelease
        let file: CaseFile
        var testDescription: String { "\(file.name) on \(release.rawValue)" }

        static let all: [Item] = {
            let files = (try? CaseFile.all()) ?? []
            return CassandraRelease.tested.flatMap { release in
                files.map { Item(release: release, file: $0) }
            }
        }()
    }

    @Test("what the embedded node answers is what the server answers", arguments: Item.all)
    func conformance(item: Item) async throws {
        var settings = NodeSettings()
        settings.materializedViews = true
        settings.userFunctions = true
        try await EmbeddedCluster.with(
            nodes: 1, release: item.release, dataCenter: "dc1", settings: settings
        ) { cluster in
            let address = try #require(await cluster.server.addresses.first)
            let dialogue = try WireDialogue(host: address.host, port: address.port)
            var run = ConformanceRun(item.file, release: item.release.rawValue)
            for deviation in try run.deviations(on: dialogue) { Issue.record("\(deviation)") }
        }
    }

    @Test("there are at least 300 statements for each release")
    func count() throws {
        for release in CaseFile.releases {
            let count = try CaseFile.all().reduce(0) { $0 + ConformanceRun($1, release: release).count }
            #expect(count >= 300, "\(count) for \(release)")
        }
    }
}
