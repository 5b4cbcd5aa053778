import CQLWire

/// Several statements that take effect together or not at all; with conditions, in one partition only.
public struct BatchStatement: Equatable, Sendable {
    /// The statements; what they say of consistency, pages and time does not count here.
    public var statements: [Statement]
    /// How many replicas must answer; nil: as the cluster was configured.
    public var consistency: Consistency?
    /// Among which replicas the conditions are decided; nil: as the cluster was configured.
    public var serialConsistency: Consistency?
    /// How long to wait for the answer; nil: as the cluster was configured for requests.
    public var timeout: Duration?

    /// An unlogged batch: in one partition it is atomic without the log.
    public init(
        _ statements: [Statement], consistency: Consistency? = nil, serialConsistency: Consistency? = nil,
        timeout: Duration? = nil
    ) {
        self.statements = statements
        self.consistency = consistency
        self.serialConsistency = serialConsistency
        self.timeout = timeout
    }
}
