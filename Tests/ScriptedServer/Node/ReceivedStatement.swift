public import CQLWire

/// One or more statements to run, whichever kind of request brought them.
public struct ReceivedStatement: Sendable {
    /// A statement with its values.
    public struct Part: Sendable {
        /// Its text.
        public let cql: String
        /// The values of its markers.
        public let values: [BoundValue]
    }

    /// The statement, or those of a batch.
    public let parts: [Part]
    /// Whether they came as a batch.
    public let isBatch: Bool
    /// The consistency that was asked for.
    public let consistency: Consistency
    /// The consistency of conditions that was asked for.
    public let serialConsistency: Consistency?
    /// How many rows a page may have.
    public let pageSize: Int32?
    /// Where the page before ended.
    public let pagingState: [UInt8]?
    /// The node that is to run them.
    public let node: Int

    /// The text of the statement, or of the first one of a batch.
    public var cql: String { parts.first?.cql ?? "" }

    init(_ parts: [Part], _ parameters: QueryParameters, node: Int) {
        self.parts = parts
        isBatch = false
        consistency = parameters.consistency
        serialConsistency = parameters.serialConsistency
        pageSize = parameters.pageSize
        pagingState = parameters.pagingState
        self.node = node
    }

    init(_ parts: [Part], _ batch: Batch, node: Int) {
        self.parts = parts
        isBatch = true
        consistency = batch.consistency
        serialConsistency = batch.serialConsistency
        pageSize = nil
        pagingState = nil
        self.node = node
    }
}

/// What a cluster holds besides its system tables.
public protocol ClusterContent: Sendable {
    /// Runs a statement; nil when it knows no such table.
    mutating func run(_ statement: ReceivedStatement) throws(WireError) -> Response?
}

/// A cluster without tables.
public struct NoContent: ClusterContent {
    /// Nothing.
    public init() {}
    /// Knows no table.
    public mutating func run(_ statement: ReceivedStatement) throws(WireError) -> Response? { nil }
}
