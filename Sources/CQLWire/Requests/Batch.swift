/// BATCH (native_protocol_v4.spec §4.1.7): several statements that are executed as one.
public struct Batch: Hashable, Sendable {
    /// How the statements belong together.
    public enum Kind: UInt8, CaseIterable, Hashable, Sendable {
        /// All or nothing, by the batch log.
        case logged = 0
        /// Without the batch log.
        case unlogged = 1
        /// Counter updates.
        case counter = 2
    }

    /// What a statement of a batch is given by.
    public enum Source: Hashable, Sendable {
        /// Its text.
        case cql(String)
        /// The id of a prepared statement.
        case prepared([UInt8])
    }

    /// A statement of a batch.
    ///
    /// Values have positions: names are broken in the protocol (CASSANDRA-10246).
    public struct Statement: Hashable, Sendable {
        /// What the statement is.
        public var source: Source
        /// The values of its markers.
        public var values: [BoundValue]

        /// Creates a statement.
        public init(_ source: Source, values: [BoundValue] = []) {
            self.source = source
            self.values = values
        }
    }

    /// How the statements belong together.
    public var kind: Kind
    /// The statements.
    public var statements: [Statement]
    /// The consistency level.
    public var consistency: Consistency
    /// ``Consistency/serial`` or ``Consistency/localSerial``, if the batch is conditional.
    public var serialConsistency: Consistency?
    /// The write timestamp in microseconds since 1970; nil lets the coordinator choose.
    public var defaultTimestamp: Int64?

    /// Creates a batch.
    public init(
        _ kind: Kind,
        _ statements: [Statement],
        consistency: Consistency,
        serialConsistency: Consistency? = nil,
        defaultTimestamp: Int64? = nil
    ) {
        self.kind = kind
        self.statements = statements
        self.consistency = consistency
        self.serialConsistency = serialConsistency
        self.defaultTimestamp = defaultTimestamp
    }
}
