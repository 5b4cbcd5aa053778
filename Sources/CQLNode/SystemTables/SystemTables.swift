import CQLSyntax
import CQLWire
import SchemaModel

/// The tables of the system as one node shows them at a moment.
struct SystemTables: VirtualTables {
    let view: ClusterView
    private let system: Catalogue

    init(_ view: ClusterView) {
        self.view = view
        system = SystemCatalogue.catalogue(of: view.profile.release)
    }

    /// Whether there is a system keyspace of this name.
    func hasKeyspace(_ name: String) -> Bool { system.keyspaces[name] != nil }

    /// The shape of a table; nil if there is none of that name.
    func table(_ name: String, in keyspace: String) -> TableShape? {
        guard let table = system.table(name, in: keyspace) else { return nil }
        let shape = TableShape(table, in: system)
        // Without an id, as its rows are not among those that are stored; frozen, as they come with whole values.
        let columns = shape.columns.map { ColumnShape($0.name, $0.type, isFrozen: true, kind: $0.kind) }
        return TableShape(keyspace: keyspace, name: name, columns: columns, isVirtual: shape.isVirtual)
    }

    /// All rows of a table, in any order; a missing column is null.
    func rows(of name: String, in keyspace: String) -> [VirtualRow] {
        guard system.table(name, in: keyspace) != nil else { return [] }
        switch keyspace {
        case "system": return systemRows(name)
        case "system_schema":
            return SchemaRows(
                view.profile.release, view.catalogue, times: view.schemaTimes, leftovers: view.leftovers
            ).rows(of: name)
        case "system_virtual_schema":
            return VirtualSchemaRows(SystemSchema.virtualCatalogue(for: view.profile.release)).rows(of: name)
        case "system_views": return viewRows(name)
        case "system_cluster_metadata": return name == "distributed_metadata_log" ? clusterEpochRows : []
        case "system_traces": return name == "sessions" ? traceRows : traceEventRows
        // Nothing is repaired, denied or stored of users here.
        default: return []
        }
    }

    private func systemRows(_ name: String) -> [VirtualRow] {
        switch name {
        case "local": [localRow]
        case "peers": view.peers.map(peerRow)
        case "peers_v2": view.peers.map(peerV2Row)
        case "IndexInfo": indexRows
        // Estimates come from files on disk, and views there are none.
        default: []
        }
    }

    private func viewRows(_ name: String) -> [VirtualRow] {
        switch name {
        case "gossip_info": view.nodes.map(gossipRow)
        case "settings": settingRows
        case "clients": view.clients.map(clientRow)
        case "sai_column_indexes": storageAttachedRows
        default: []
        }
    }

    // MARK: Traces

    private var traceRows: [VirtualRow] {
        view.traces.sessions.map { session in
            let parameters = session.parameters.sorted { $0.key < $1.key }
                .map { CQLValue.Entry(.text($0.key), .text($0.value)) }
            var row: VirtualRow = [
                "session_id": .uuid(session.id), "command": .text(session.command), "duration": .int(0),
                "parameters": .map(parameters), "request": .text(session.request),
                "started_at": .timestamp(session.startedAt),
            ]
            row["client"] = session.client.map { .inet($0) }
            row["coordinator"] = (session.coordinator?.address).map { .inet($0) }
            if view.profile.release > .v311 { row["coordinator_port"] = .int(Self.storagePort) }
            return row
        }
    }

    /// One event a trace: there are no messages between the nodes that could be told of.
    private var traceEventRows: [VirtualRow] {
        view.traces.sessions.map { session in
            var row: VirtualRow = [
                "session_id": .uuid(session.id), "event_id": .timeuuid(session.id), "activity": .text(session.request),
                "source_elapsed": .int(0), "thread": .text("main"),
            ]
            row["source"] = (session.coordinator?.address).map { .inet($0) }
            if view.profile.release > .v311 { row["source_port"] = .int(Self.storagePort) }
            return row
        }
    }

    /// Where nodes talk to each other.
    static let storagePort: Int32 = 7000
}
