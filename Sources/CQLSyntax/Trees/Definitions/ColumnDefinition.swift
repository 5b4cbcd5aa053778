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
    /// What its values must satisfy (6.0).
    public let constraints: [ColumnConstraint]
    /// The mask or nothing: hardly any column has one, and an array takes little room where it is empty.
    private let masks: [FunctionCall]

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
        self.constraints = constraints
        masks = mask.map { [$0] } ?? []
    }

    /// `MASKED WITH f(…)` (5.0 and later); `MASKED WITH DEFAULT` is a call of `mask_default()`.
    public var mask: FunctionCall? { masks.first }

    /// Whether it says no more than its name and its type, but for STATIC and PRIMARY KEY.
    public var isPlain: Bool { masks.isEmpty && constraints.isEmpty }
}
