public import CQLSyntax
public import SchemaModel

/// What a cluster of embedded nodes is to be like.
public struct ClusterPlan: Hashable, Sendable {
    /// The release that every node plays.
    public var release: CassandraRelease
    /// The data centre of each node; there are as many nodes as entries.
    public var dataCenters: [String]
    /// The name of the cluster.
    public var clusterName = "cqlmig sandbox"
    /// How long a schema change takes from the coordinator to the other nodes.
    ///
    /// Measured on three real nodes: 0.1 to 0.2 s.
    public var schemaDelay = Duration.milliseconds(150)
    /// How long it takes after that until the peers' rows tell of it, and how long until they tell of a node that has
    /// come back.
    ///
    /// Measured: 0.5 to 0.9 s, since gossip ticks once a second.
    public var gossipDelay = Duration.milliseconds(600)
    /// How long a node is silent before the others see it as down.
    ///
    /// Measured: 18 to 20 s.
    public var failureDetection = Duration.seconds(18)
    /// What the configuration of the nodes allows: by default what a release is delivered with.
    public var settings: NodeSettings
    /// Who may log in; nil: everybody, without asking.
    public var login: Login?
    /// What goes wrong.
    public var faults: [Fault] = []
    /// What host ids and the like are made of: the same number gives the same cluster.
    public var seed: UInt64 = 0
    /// The wall clock when the cluster starts, in microseconds since 1970.
    public var startTime: Int64

    /// A cluster of so many nodes in one data centre, started at a time in microseconds since 1970.
    public init(nodes: Int = 1, release: CassandraRelease = .v50, startTime: Int64) {
        self.release = release
        self.startTime = startTime
        settings = NodeSettings(asDeliveredWith: release)
        dataCenters = Array(repeating: "datacenter1", count: max(1, nodes))
    }
}
