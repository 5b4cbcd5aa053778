import CQLWire
import SchemaModel

/// What a node knows of the cluster at a moment: what its system tables show.
struct ClusterView: Sendable {
    let profile: ReleaseProfile
    let clusterName: String
    /// What the configuration of the nodes allows definitions.
    let settings: NodeSettings
    let nodes: [NodeState]
    /// The node that is asked.
    let coordinator: Int
    /// The schema as it knows it.
    let catalogue: Catalogue
    /// When each keyspace was changed last, by the clocks of those who did.
    let schemaTimes: [String: Int64]
    /// Rows of `system_schema` that it has failed to remove.
    let leftovers: [SystemRow]
    /// The time since the cluster was started.
    let now: Duration
    /// Where its clients are.
    let clients: [InetEndpoint]
    let traces: TraceLog

    /// The node that is asked.
    var own: NodeState { nodes[coordinator - 1] }

    /// The others.
    var peers: [NodeState] { nodes.filter { $0.number != coordinator } }
}
