/// An argument of a user-defined function.
public struct FunctionArgument: Hashable, Sendable {
    /// Its name.
    public let name: Name
    /// Its type.
    public let type: TypeExpression

    /// Makes an argument.
    public init(name: Name, type: TypeExpression) {
        self.name = name
        self.type = type
    }
}

/// `CREATE FUNCTION`.
public struct CreateFunction: Hashable, Sendable {
    /// The function.
    public let name: QualifiedName
    /// Whether it says OR REPLACE.
    public let orReplace: Bool
    /// Whether it says IF NOT EXISTS.
    public let ifNotExists: Bool
    /// What it is called with.
    public let arguments: [FunctionArgument]
    /// Whether it says CALLED ON NULL INPUT, and not RETURNS NULL ON NULL INPUT.
    public let isCalledOnNull: Bool
    /// What it returns.
    public let returnType: TypeExpression
    /// The language of its body, in lower case.
    public let language: String
    /// Its body.
    public let body: String

    /// Makes a statement.
    public init(
        name: QualifiedName,
        orReplace: Bool = false,
        ifNotExists: Bool = false,
        arguments: [FunctionArgument],
        isCalledOnNull: Bool,
        returnType: TypeExpression,
        language: String,
        body: String
    ) {
        self.name = name
        self.orReplace = orReplace
        self.ifNotExists = ifNotExists
        self.arguments = arguments
        self.isCalledOnNull = isCalledOnNull
        self.returnType = returnType
        self.language = language
        self.body = body
    }
}

/// `DROP FUNCTION` and `DROP AGGREGATE`.
public struct DropFunction: Hashable, Sendable {
    /// The function or aggregate.
    public let name: QualifiedName
    /// The types of its arguments; nil where they are left out.
    public let argumentTypes: [TypeExpression]?
    /// Whether it says IF EXISTS.
    public let ifExists: Bool

    /// Makes a statement.
    public init(name: QualifiedName, argumentTypes: [TypeExpression]? = nil, ifExists: Bool = false) {
        self.name = name
        self.argumentTypes = argumentTypes
        self.ifExists = ifExists
    }
}
