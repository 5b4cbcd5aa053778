import CQLClient
import CQLSyntax
import FoundationEssentials
import LiveSchema
import SchemaModel
import TestProcesses
import Testing

/// One real node on which every kind of object may be made, and a connection to it.
struct SchemaNode {
    let cluster: Cluster
    let release: CassandraRelease
    let address: String

    /// How many schemas are made by chance: `PROPERTY` in the environment, or few.
    static var count: Int { ProcessInfo.processInfo.environment["PROPERTY"].flatMap { Int($0) } ?? 10 }

    /// The seed of what is made by chance: `SEED` in the environment, or always the same.
    static var seed: UInt64 { ProcessInfo.processInfo.environment["SEED"].flatMap { UInt64($0) } ?? 20_261_121 }

    /// Starts a node, and stops it behind the body.
    static func with(_ body: @Sendable (SchemaNode) async throws -> Void) async throws {
        let version = try CassandraHome.underTest().release()
        let release = try #require(CassandraRelease.allCases.last { version.hasPrefix($0.rawValue) })
        try await CassandraCluster.with(ClusterShape(nodes: 1, settings: settings(release))) { nodes in
            let cluster = try await Cluster.connect(
                ClusterSettings(contactPoints: [ContactPoint(host: nodes.addresses[0], port: 9042)]))
            let node = SchemaNode(cluster: cluster, release: release, address: nodes.addresses[0])
            do {
                try await body(node)
            } catch {
                await cluster.close()
                throw error
            }
            await cluster.close()
        }
    }

    /// Everything is switched on; snapshots of what is dropped would fill the disk.
    private static func settings(_ release: CassandraRelease) -> [String: String] {
        var settings = ["auto_snapshot": "false"]
        switch release {
        case .v311: settings["enable_user_defined_functions"] = "true"
        case .v40:
            settings["enable_user_defined_functions"] = "true"
            settings["enable_materialized_views"] = "true"
            settings["enable_sasi_indexes"] = "true"
        case .v41, .v50, .v60:
            settings["user_defined_functions_enabled"] = "true"
            settings["materialized_views_enabled"] = "true"
            settings["sasi_indexes_enabled"] = "true"
        }
        if release >= .v50 { settings["dynamic_data_masking_enabled"] = "true" }
        return settings
    }

    /// What the model has to know of that configuration.
    var modelSettings: NodeSettings {
        var settings = NodeSettings()
        settings.masking = release >= .v50
        settings.sasiIndexes = true
        settings.materializedViews = true
        settings.userFunctions = true
        return settings
    }

    /// Runs a text of statements; a refusal is recorded with its statement.
    func run(_ text: String, _ note: String) async throws {
        for statement in ParsedScript(SourceText(name: "script", text: text)).up {
            do throws(ClientError) {
                _ = try await cluster.execute(CQLClient.Statement(statement.text, consistency: .one))
            } catch {
                Issue.record("\(note): \(statement.text)\n  server: \(error)")
            }
        }
    }

    /// Makes room for the next schema.
    func drop(_ keyspace: String) async throws {
        try await run("DROP KEYSPACE IF EXISTS \(CQLIdentifier.quoted(keyspace))", "clearing")
    }

    /// The schema as the node has it; nothing is in it that the model has no place for.
    func read(_ keyspace: String) async throws -> Keyspace {
        // What no statement makes can be left behind by statements: a table for counters that has lost them all.
        let schema = try #require(try await LiveSchema.read(keyspace, from: cluster), "no keyspace \(keyspace)")
        return schema.keyspace
    }
}
