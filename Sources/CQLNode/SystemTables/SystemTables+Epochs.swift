import CQLWire
import FoundationEssentials

/// The metadata log of 6.0, of which the newest entry alone is shown.
extension SystemTables {
    /// The last change of the schema that any node has made.
    var clusterEpochRows: [VirtualRow] {
        let newest = view.nodes.map(\.epoch).max() ?? 0
        // The kind is SCHEMA_CHANGE.
        return [["epoch": .bigint(newest), "kind": .int(4)]]
    }
}

extension NodeState {
    /// The number of the last change that it knows, which is the version of its schema in 6.0.
    fileprivate var epoch: Int64 {
        let bytes = schemaVersion.uuid
        return [
            bytes.8, bytes.9, bytes.10, bytes.11, bytes.12, bytes.13, bytes.14, bytes.15,
        ].reduce(0) { $0 << 8 | Int64($1) }
    }
}
