public import CQLSyntax
public import CQLWire
public import SchemaModel

/// The rows of a cluster's tables, and what statements do with them.
///
/// It keeps rows by the ids of tables. Which tables there are it is told with every statement, since nodes of one
/// cluster may see different schemas.
public struct Database: Sendable {
    /// Makes a database without rows.
    public init() {}

    /// What PREPARE tells of a statement.
    ///
    /// - Throws: What the server says of a statement that cannot be executed whatever values are bound.
    public func prepare(
        _ tree: StatementTree,
        catalogue: Catalogue,
        context: ExecutionContext
    ) throws(ServerError) -> PreparedShape {
        throw ServerError(.invalid, "Not yet")
    }

    /// Executes a statement; a definition changes the catalogue.
    ///
    /// - Throws: The server's refusal; then nothing has changed.
    public mutating func execute(
        _ tree: StatementTree,
        _ values: BoundValues = .none,
        catalogue: inout Catalogue,
        context: ExecutionContext
    ) throws(ServerError) -> ExecutionResult {
        throw ServerError(.invalid, "Not yet")
    }

    /// Executes a BATCH request.
    ///
    /// - Throws: The server's refusal; then nothing has changed.
    public mutating func executeBatch(
        _ kind: BatchTree.Kind,
        _ entries: [BatchEntry],
        catalogue: Catalogue,
        context: ExecutionContext
    ) throws(ServerError) -> ExecutionResult {
        throw ServerError(.invalid, "Not yet")
    }

    /// Forgets the rows of tables that none of the catalogues has.
    public mutating func removeRows(exceptOf catalogues: [Catalogue]) {}
}
