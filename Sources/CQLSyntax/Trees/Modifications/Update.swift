/// `UPDATE`.
public struct Update: Hashable, Sendable {
    /// The table.
    public let table: QualifiedName
    /// `USING …`.
    public let using: Using
    /// What is written.
    public let assignments: [Assignment]
    /// `WHERE`.
    public let relations: [Relation]
    /// `IF …`.
    public let condition: Condition

    /// Makes a statement.
    public init(
        table: QualifiedName,
        using: Using = Using(),
        assignments: [Assignment],
        relations: [Relation],
        condition: Condition = .none
    ) {
        self.table = table
        self.using = using
        self.assignments = assignments
        self.relations = relations
        self.condition = condition
    }
}
