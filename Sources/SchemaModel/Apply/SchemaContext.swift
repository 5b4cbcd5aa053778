public import CQLSyntax
public import FoundationEssentials

/// What a schema statement needs to know beside itself and the catalogue.
public struct SchemaContext: Sendable {
    /// The release whose rules, defaults and texts hold.
    public var release: CassandraRelease
    /// The session's keyspace, where it has one.
    public var keyspace: String?
    /// The id of a table that the statement makes, unless it says one itself.
    public var newTableID: UUID
    /// The time of the statement, in microseconds since 1970: when a column is dropped.
    public var now: Int64
    /// The data centres and how many nodes each has.
    public var dataCentres: [String: Int]
    /// What the configuration of the nodes says.
    public var settings: NodeSettings

    /// Makes a context.
    public init(
        release: CassandraRelease,
        keyspace: String? = nil,
        newTableID: UUID,
        now: Int64,
        dataCentres: [String: Int] = ["datacenter1": 1],
        settings: NodeSettings = NodeSettings()
    ) {
        self.release = release
        self.keyspace = keyspace
        self.newTableID = newTableID
        self.now = now
        self.dataCentres = dataCentres
        self.settings = settings
    }

    /// How many nodes there are.
    var nodes: Int { dataCentres.values.reduce(0, +) }
}

/// What the configuration of the nodes (`cassandra.yaml`) changes in the rules of schema statements.
public struct NodeSettings: Hashable, Sendable {
    /// The replicas of a keyspace that does not say how many (`default_keyspace_rf`).
    public var defaultReplicas = 1
    /// Whether columns may be masked (`dynamic_data_masking_enabled`, 5.0 and later).
    public var masking = false
    /// Whether materialized views may be made (`materialized_views_enabled`).
    public var materializedViews = false
    /// Whether functions may be made (`user_defined_functions_enabled`).
    public var userFunctions = false
    /// Whether functions may be in other languages than Java (`scripted_user_defined_functions_enabled`, before 5.0).
    public var scriptedFunctions = false
    /// Whether SASI indexes may be made (`sasi_indexes_enabled`).
    public var sasiIndexes = false
    /// Whether a table may lose its COMPACT STORAGE (`drop_compact_storage_enabled`).
    public var dropCompactStorage = false
    /// Whether tables may be transactional (`accord.enabled`, 6.0).
    public var transactions = false
    /// The names of the memtables' configurations, `default` among them (`memtable.configurations`).
    public var memtables: Set<String> = ["default"]

    /// The settings of a node whose configuration says nothing of them.
    public init() {}

    /// The settings of a node with the configuration that a release is delivered with: 3.11 makes views, which later
    /// releases do not.
    public init(asDeliveredWith release: CassandraRelease) {
        materializedViews = release < .v40
    }
}
