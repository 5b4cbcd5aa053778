import CQLWire

/// A CQL statement with what it needs to be sent.
public struct Statement: Equatable, Sendable {
    /// The text, with `?` for each value.
    public var cql: String
    /// The values of the `?`, encoded.
    public var values: [BoundValue]
    /// How many replicas must answer; nil: as the cluster was configured.
    public var consistency: Consistency?
    /// Among which replicas a condition is decided; nil: as the cluster was configured.
    public var serialConsistency: Consistency?
    /// Whether the node keeps the parsed statement and is sent only its id from the second time on.
    public var isPrepared: Bool
    /// How many rows an answer may have before there is another page.
    public var pageSize: Int32
    /// How long to wait for the answer; nil: as the cluster was configured for requests.
    public var timeout: Duration?

    /// A statement with its values.
    public init(
        _ cql: String, _ values: [BoundValue] = [], consistency: Consistency? = nil,
        serialConsistency: Consistency? = nil, isPrepared: Bool = false, pageSize: Int32 = 1000,
        timeout: Duration? = nil
    ) {
        self.cql = cql
        self.values = values
        self.consistency = consistency
        self.serialConsistency = serialConsistency
        self.isPrepared = isPrepared
        self.pageSize = pageSize
        self.timeout = timeout
    }
}
