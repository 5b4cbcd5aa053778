import CQLClient
import LiveSchema

/// Everything that the checks judge, as it was when it was asked for.
struct ClusterFacts: Sendable {
    let platform: Platform
    /// The coordinator's address.
    let coordinator: String
    /// The coordinator's data centre.
    let dataCenter: String
    /// How many nodes the coordinator knows, by data centre.
    let dataCenters: [String: Int]
    let nodes: Fact<[NodeFacts]>
    let versions: Fact<SchemaVersions>
    /// Targets and history keyspaces by name; nil for one that is not there.
    let keyspaces: [String: Fact<LiveKeyspace?>]
    /// In the order of their names.
    let histories: [HistoryFacts]
    let access: Access
    let settings: Fact<NodeConfiguration>
    /// The tables of all users, as `tables_fail_threshold` counts them.
    let tables: Fact<Int>
    /// Those of the targets that are there.
    let sizes: [String: Fact<SchemaSize>]
}
