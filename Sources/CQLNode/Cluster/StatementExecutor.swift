public import CQLWire
public import FoundationEssentials
public import SchemaModel

/// What executes statements in the place of the cluster's nodes, and keeps their schemas.
///
/// The protocol side hands it the text of a statement with what came beside it, and tells it when a change of the schema
/// reaches another node.
public protocol StatementExecutor: Sendable {
    /// The schema as a node sees it.
    func catalogue(of node: Int) -> Catalogue

    /// When each keyspace was changed last as far as a node knows, in microseconds since 1970 by the clocks of those who
    /// did.
    func schemaTimes(of node: Int) -> [String: Int64]

    /// The version of the schema that a node has.
    func schemaVersion(of node: Int) -> UUID

    /// What PREPARE tells of a statement.
    ///
    /// - Throws: The server's refusal.
    mutating func prepare(_ cql: String, at node: Int, _ context: ExecutionContext) throws(ServerError) -> PreparedShape

    /// Executes a statement.
    ///
    /// - Throws: The server's refusal; then nothing has changed.
    mutating func execute(
        _ cql: String, _ values: BoundValues, at node: Int, _ context: ExecutionContext
    ) throws(ServerError) -> StatementEffect

    /// Executes a BATCH request.
    ///
    /// - Throws: The server's refusal; then nothing has changed.
    mutating func executeBatch(
        _ kind: Batch.Kind, _ entries: [BatchPart], at node: Int, _ context: ExecutionContext
    ) throws(ServerError) -> ExecutionResult

    /// A node learns of a change of the schema; of one that it knows already nothing comes.
    ///
    /// - Returns: What clients of that node are told of, where it is new there.
    mutating func learn(_ change: Int, at node: Int) -> CQLWire.SchemaChange?
}

/// A statement of a BATCH request.
public struct BatchPart: Hashable, Sendable {
    /// The text.
    public var cql: String
    /// The keyspace in use when it was prepared; nil for that of the connection.
    public var keyspace: String?
    /// The values of its markers.
    public var values: [BoundValue]
}

/// What a statement did.
public struct StatementEffect: Hashable, Sendable {
    /// The answer.
    public var result: ExecutionResult
    /// The number of the change that it made in the schema; nil when it made none.
    public var change: Int?

    /// Makes an effect.
    public init(_ result: ExecutionResult, change: Int? = nil) {
        self.result = result
        self.change = change
    }
}
