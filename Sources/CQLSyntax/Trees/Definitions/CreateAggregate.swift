/// `CREATE AGGREGATE`.
public struct CreateAggregate: Hashable, Sendable {
    /// The aggregate.
    public let name: QualifiedName
    /// Whether it says OR REPLACE.
    public let orReplace: Bool
    /// Whether it says IF NOT EXISTS.
    public let ifNotExists: Bool
    /// The types of what it is called with.
    public let argumentTypes: [TypeExpression]
    /// `SFUNC`.
    public let stateFunction: Name
    /// `STYPE`.
    public let stateType: TypeExpression
    /// `FINALFUNC`.
    public let finalFunction: Name?
    /// `INITCOND`.
    public let initialCondition: Term?

    /// Makes a statement.
    public init(
        name: QualifiedName,
        orReplace: Bool = false,
        ifNotExists: Bool = false,
        argumentTypes: [TypeExpression],
        stateFunction: Name,
        stateType: TypeExpression,
        finalFunction: Name? = nil,
        initialCondition: Term? = nil
    ) {
        self.name = name
        self.orReplace = orReplace
        self.ifNotExists = ifNotExists
        self.argumentTypes = argumentTypes
        self.stateFunction = stateFunction
        self.stateType = stateType
        self.finalFunction = finalFunction
        self.initialCondition = initialCondition
    }
}
