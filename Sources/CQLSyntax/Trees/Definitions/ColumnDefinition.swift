/// A column of CREATE TABLE or of ALTER TABLE … ADD.
public struct ColumnDefinition: Hashable, Sendable {
    /// The column.
    public let name: Name
    /// Its type.
    public let type: TypeExpression
    /// Whether STATIC stands behind it.
    public let isStatic: Bool
    /// Whether PRIMARY KEY stands behind it.
    public let isPrimaryKey: Bool
    /// `MASKED WITH f(…)` (5.0 and later); `MASKED WITH DEFAULT` is a call of `mask_default()`.
    public let mask: FunctionCall?
    /// What its values must satisfy (6.0).
    public let constraints: [ColumnConstraint]

    /// Makes a definition.
    public init(
        name: Name,
        type: TypeExpression,
        isStatic: Bool = false,
        isPrimaryKey: Bool = false,
        mask: FunctionCall? = nil,
        constraints: [ColumnConstraint] = []
    ) {
        self.name = name
        self.type = type
        self.isStatic = isStatic
        self.isPrimaryKey = isPrimaryKey
        self.mask = mask
        self.constraints = constraints
    }
}
