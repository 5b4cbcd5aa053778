public import CQLSyntax
import FoundationEssentials

/// The schema of the keyspaces that are the server's own, as each release shows it of itself.
///
/// Recorded from nodes of 3.11.19, 4.1.10, 5.0.9 and 6.0-alpha2; 4.0 has what 4.1 has. Drivers and cqlsh read it as
/// they read the users' keyspaces.
public enum SystemSchema {
    /// What stands in `system_schema`: `system`, `system_schema`, `system_auth`, `system_distributed`, `system_traces`,
    /// in 6.0 `system_cluster_metadata` as well.
    public static func catalogue(for release: CassandraRelease) -> Catalogue {
        switch release {
        case .v311: v311
        case .v40, .v41: v41
        case .v50: v50
        case .v60: v60
        }
    }

    /// What stands in `system_virtual_schema`: `system_views` and `system_virtual_schema`; empty in 3.11.
    public static func virtualCatalogue(for release: CassandraRelease) -> Catalogue {
        switch release {
        case .v311: Catalogue()
        case .v40, .v41: v41Virtual
        case .v50: v50Virtual
        case .v60: v60Virtual
        }
    }

    private static let v311 = read(SystemTexts.v311, .v311)
    private static let v41 = read(SystemTexts.v41, .v41)
    private static let v50 = read(SystemTexts.v50, .v50)
    private static let v60 = read(SystemTexts.v60, .v60)
    private static let v41Virtual = read(SystemTexts.v41Virtual, .v41)
    private static let v50Virtual = read(SystemTexts.v50Virtual, .v50)
    private static let v60Virtual = read(SystemTexts.v60Virtual + "\n\n" + SystemTexts.v60Metrics, .v60)

    /// Reads our own texts; a test holds them to the rows of real nodes.
    private static func read(_ text: String, _ release: CassandraRelease) -> Catalogue {
        var catalogue = Catalogue()
        let context = SchemaContext(release: release, newTableID: UUID(uuid: UUID.zero), now: 0)
        for paragraph in text.paragraphs {
            guard let tree = try? StatementTree(parsing: paragraph, for: release) else { continue }
            switch tree {
            case .createKeyspace(let statement):
                let name = statement.name.text
                guard let reader = try? PropertyReader(statement.properties, release: release),
                    let map = try? reader.map("replication")
                else { continue }
                var options = map
                let className = Replication.package + (options.removeValue(forKey: "class") ?? "")
                catalogue.keyspaces[name] = Keyspace(
                    name: name, replication: Replication(className: className, options: options))
            case .createTable(let statement):
                guard let keyspace = statement.name.keyspace.flatMap({ catalogue[$0.text] }),
                    var table = try? table(statement, in: keyspace, context)
                else { continue }
                table.isVirtual = SystemKeyspaces.isVirtual(keyspace.name, in: release)
                catalogue.keyspaces[keyspace.name]?.tables[table.name] = table
            default: continue
            }
        }
        if release >= .v41 { catalogue.keyspaces["system"]?.tables["paxos"]?.indexes[paxosIndex.name] = paxosIndex }
        return catalogue
    }

    private static func table(
        _ statement: CreateTable, in keyspace: Keyspace, _ context: SchemaContext
    ) throws(SchemaRefusal) -> Table {
        let reader = try PropertyReader(statement.properties, release: context.release)
        return context.release < .v40
            ? try OldTableBuilder(statement, reader, context).table(in: keyspace)
            : try TableBuilder(statement, reader, context).table(in: keyspace)
    }

    /// An index that no statement makes.
    private static let paxosIndex = Index(
        name: "PaxosUncommittedIndex", kind: .custom, target: "",
        className: "org.apache.cassandra.service.paxos.uncommitted.PaxosUncommittedIndex")
}

/// The statements that make the server's own keyspaces, each a paragraph.
enum SystemTexts {}

extension UUID {
    fileprivate static let zero: uuid_t = (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)
}

extension String {
    /// What stands between empty lines.
    fileprivate var paragraphs: [String] {
        var paragraphs: [String] = []
        var lines: [Substring] = []
        let all: [Substring] = split(separator: "\n", omittingEmptySubsequences: false) + [""]
        for line in all {
            guard line.isEmpty else {
                lines.append(line)
                continue
            }
            if !lines.isEmpty { paragraphs.append(lines.joined(separator: "\n")) }
            lines = []
        }
        return paragraphs
    }
}
