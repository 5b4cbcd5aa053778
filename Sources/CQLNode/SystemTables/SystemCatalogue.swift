public import CQLSyntax
public import SchemaModel

/// The keyspaces of the system as the catalogue of a release has them.
public enum SystemCatalogue {
    /// The names of the keyspaces that only virtual tables are in.
    static let virtualKeyspaces: Set<String> = ["system_views", "system_virtual_schema"]

    /// The keyspaces of a release, with those tables that the node has.
    public static func catalogue(of release: CassandraRelease) -> Catalogue { catalogues[release] ?? Catalogue() }

    private static let catalogues: [CassandraRelease: Catalogue] = {
        var catalogues: [CassandraRelease: Catalogue] = [:]
        for release in CassandraRelease.allCases { catalogues[release] = make(release) }
        return catalogues
    }()

    private static let tables =
        SystemTable.system + SystemTable.systemSchema + SystemTable.systemAuth + SystemTable.systemDistributed
        + SystemTable.systemTraces + SystemTable.systemViews + SystemTable.systemVirtualSchema

    private static func make(_ release: CassandraRelease) -> Catalogue {
        var catalogue = Catalogue()
        for definition in tables where definition.exists(in: release) {
            // A definition that is no CQL is missing, and a test says so.
            guard let table = try? definition.table(in: release) else { continue }
            let keyspace = definition.keyspace
            catalogue.keyspaces[
                keyspace, default: Keyspace(name: keyspace, replication: replication(of: keyspace))
            ].tables[table.name] = table
        }
        return catalogue
    }

    private static func replication(of keyspace: String) -> Replication {
        switch keyspace {
        case "system_auth": .simple(1)
        case "system_distributed": .simple(3)
        case "system_traces": .simple(2)
        default: .local
        }
    }

    /// How many definitions there are in a release.
    static func definitionCount(in release: CassandraRelease) -> Int { tables.count { $0.exists(in: release) } }
}
