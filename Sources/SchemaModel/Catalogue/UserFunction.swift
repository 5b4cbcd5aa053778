import CQLSyntax

/// A user-defined function (`UDFunction`).
public struct UserFunction: Hashable, Sendable {
    /// What a function is called with.
    public struct Argument: Hashable, Sendable {
        /// The name.
        public var name: String
        /// The type.
        public var type: DataType

        /// Makes an argument.
        public init(_ name: String, _ type: DataType) {
            self.name = name
            self.type = type
        }
    }

    /// The keyspace.
    public var keyspace: String
    /// The name, which functions with other arguments may have too.
    public var name: String
    /// What it is called with.
    public var arguments: [Argument]
    /// What it returns.
    public var returnType: DataType
    /// Whether its body runs for null; otherwise null gives null.
    public var isCalledOnNull: Bool
    /// The language of its body, in lower case.
    public var language: String
    /// Its body, exactly as it was written.
    public var body: String

    /// Makes a function.
    public init(
        keyspace: String,
        name: String,
        arguments: [Argument],
        returnType: DataType,
        isCalledOnNull: Bool,
        language: String,
        body: String
    ) {
        self.keyspace = keyspace
        self.name = name
        self.arguments = arguments
        self.returnType = returnType
        self.isCalledOnNull = isCalledOnNull
        self.language = language
        self.body = body
    }

    /// The name with the types: what tells it from other functions and aggregates of the keyspace.
    public var signature: String { FunctionSignature.text(name, arguments.map(\.type)) }
}

/// What tells functions and aggregates of a keyspace from each other.
enum FunctionSignature {
    /// `name(type, type)`.
    static func text(_ name: String, _ types: [DataType]) -> String {
        "\(CQLIdentifier.quoted(name))(\(types.map { $0.frozen.description }.joined(separator: ", ")))"
    }
}
