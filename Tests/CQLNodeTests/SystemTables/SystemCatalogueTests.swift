import CQLSyntax
import CQLWire
import SchemaModel
import Testing

@testable import CQLNode

@Suite struct SystemCatalogueTests {
    @Test("system.local has the columns of its release")
    func local() {
        func names(_ release: CassandraRelease) -> [String] {
            SystemCatalogue.catalogue(of: release).table("local", in: "system")?.columns.map(\.name) ?? []
        }
        #expect(
            names(.v311) == [
                "key", "bootstrapped", "broadcast_address", "cluster_name", "cql_version", "data_center",
                "gossip_generation", "host_id", "listen_address", "native_protocol_version", "partitioner", "rack",
                "release_version", "rpc_address", "schema_version", "thrift_version", "tokens", "truncated_at",
            ])
        #expect(names(.v50).contains("broadcast_port"))
        #expect(!names(.v50).contains("thrift_version"))
    }

    @Test("tables are in the releases that have them")
    func releases() {
        let old = SystemCatalogue.catalogue(of: .v311)
        #expect(old.table("peers_v2", in: "system") == nil)
        #expect(old["system_views"] == nil)
        #expect(SystemCatalogue.catalogue(of: .v41).table("gossip_info", in: "system_views") != nil)
        #expect(SystemCatalogue.catalogue(of: .v60).table("column_masks", in: "system_schema") != nil)
    }

    @Test("each row has only columns of its table, with values of their types", arguments: CassandraRelease.allCases)
    func rows(_ release: CassandraRelease) throws {
        var cluster = TestCluster(nodes: 3, release: release)
        _ = try cluster.connect()
        let view = ClusterView(
            profile: ReleaseProfile(release), clusterName: "c", settings: NodeSettings(asDeliveredWith: release),
            nodes: cluster.machine.nodes, coordinator: 2,
            catalogue: .init(), schemaTimes: [:], leftovers: [], now: .seconds(5), clients: [], traces: TraceLog())
        let tables = SystemTables(view)
        for keyspace in SystemCatalogue.catalogue(of: release).keyspaces.values {
            for name in keyspace.tables.keys {
                let shape = try #require(tables.table(name, in: keyspace.name))
                for row in tables.rows(of: name, in: keyspace.name) {
                    for (column, value) in row {
                        let type = try #require(shape.column(column), "\(name).\(column)").type
                        _ = try value.encoded(as: type)
                    }
                    for column in shape.partitionKey + shape.clustering { #expect(row[column.name] != nil) }
                }
            }
        }
        #expect(tables.rows(of: "local", in: "system").count == 1)
        #expect(tables.rows(of: "peers", in: "system").count == 2)
    }
}
