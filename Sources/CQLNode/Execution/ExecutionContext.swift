public import CQLSyntax
public import CQLWire
public import SchemaModel

/// What a statement is executed with, besides its text and its values.
public struct ExecutionContext: Sendable {
    /// The keyspace in use; nil if there is none.
    public var keyspace: String?
    /// The release whose rules and messages apply.
    public var release: CassandraRelease
    /// The coordinator's clock, in microseconds since 1970.
    public var now: Int64
    /// A number nobody has used: what `uuid()` and the like are made of.
    public var entropy: UInt64
    /// The consistency level of the request.
    public var consistency: Consistency
    /// The level of the Paxos phase; nil for SERIAL.
    public var serialConsistency: Consistency?
    /// The write time that the client set, in microseconds since 1970.
    public var defaultTimestamp: Int64?
    /// How many rows a page has; nil for all.
    public var pageSize: Int?
    /// Where the page before ended, as the result before gave it.
    public var pagingState: [UInt8]?
    /// Whether the statement was prepared: what is said of a wrong number of values differs.
    public var isPrepared: Bool
    /// The data centres with their numbers of nodes, for definitions of keyspaces.
    public var dataCentres: [String: Int]
    /// What the nodes' configuration allows definitions.
    public var settings: NodeSettings
    /// The tables that are not stored.
    public var virtualTables: any VirtualTables

    /// Makes a context.
    public init(
        keyspace: String? = nil,
        release: CassandraRelease = .v50,
        now: Int64,
        entropy: UInt64,
        consistency: Consistency = .one,
        serialConsistency: Consistency? = nil,
        defaultTimestamp: Int64? = nil,
        pageSize: Int? = nil,
        pagingState: [UInt8]? = nil,
        isPrepared: Bool = false,
        dataCentres: [String: Int] = ["datacenter1": 1],
        settings: NodeSettings = NodeSettings(),
        virtualTables: any VirtualTables = NoVirtualTables()
    ) {
        self.keyspace = keyspace
        self.release = release
        self.now = now
        self.entropy = entropy
        self.consistency = consistency
        self.serialConsistency = serialConsistency
        self.defaultTimestamp = defaultTimestamp
        self.pageSize = pageSize
        self.pagingState = pagingState
        self.isPrepared = isPrepared
        self.dataCentres = dataCentres
        self.settings = settings
        self.virtualTables = virtualTables
    }
}
