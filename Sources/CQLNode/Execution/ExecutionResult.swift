public import CQLWire

/// What a statement gave.
public struct ExecutionResult: Hashable, Sendable {
    /// What the answer consists of.
    public enum Outcome: Hashable, Sendable {
        /// Nothing.
        case void
        /// Rows, perhaps none.
        case rows(ResultRows)
        /// `USE` chose this keyspace.
        case setKeyspace(String)
        /// A definition changed the schema.
        case schemaChange(CQLWire.SchemaChange)
    }

    /// What the answer consists of.
    public var outcome: Outcome
    /// What the server warns of.
    public var warnings: [String]

    /// Makes a result.
    public init(_ outcome: Outcome, warnings: [String] = []) {
        self.outcome = outcome
        self.warnings = warnings
    }
}

/// Rows with what describes them.
public struct ResultRows: Hashable, Sendable {
    /// The columns.
    public var columns: [ColumnSpecification]
    /// The rows: as many cells as there are columns, nil for null.
    public var rows: [[[UInt8]?]]
    /// Where the next page begins; nil on the last page.
    public var pagingState: [UInt8]?

    /// Makes rows.
    public init(columns: [ColumnSpecification], rows: [[[UInt8]?]], pagingState: [UInt8]? = nil) {
        self.columns = columns
        self.rows = rows
        self.pagingState = pagingState
    }
}
