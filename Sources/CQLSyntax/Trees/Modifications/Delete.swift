/// `DELETE`.
public struct Delete: Hashable, Sendable {
    /// The table.
    public let table: QualifiedName
    /// What is taken away; empty for whole rows.
    public let items: [DeletedItem]
    /// `USING TIMESTAMP …`.
    public let timestamp: Term?
    /// `WHERE`.
    public let relations: [Relation]
    /// `IF …`.
    public let condition: Condition

    /// Makes a statement.
    public init(
        table: QualifiedName,
        items: [DeletedItem] = [],
        timestamp: Term? = nil,
        relations: [Relation],
        condition: Condition = .none
    ) {
        self.table = table
        self.items = items
        self.timestamp = timestamp
        self.relations = relations
        self.condition = condition
    }
}
