/// A user-defined aggregate (`UDAggregate`).
public struct UserAggregate: Hashable, Sendable {
    /// The keyspace.
    public var keyspace: String
    /// The name, which aggregates and functions with other arguments may have too.
    public var name: String
    /// The types of what it is called with.
    public var argumentTypes: [DataType]
    /// The name of the function that takes the state and a row's arguments, and returns the next state.
    public var stateFunction: String
    /// The type of the state.
    public var stateType: DataType
    /// The name of the function that makes the result of the last state.
    public var finalFunction: String?
    /// What it returns.
    public var returnType: DataType
    /// The first state, as the server writes it; nil is null.
    public var initialCondition: String?

    /// Makes an aggregate.
    public init(
        keyspace: String,
        name: String,
        argumentTypes: [DataType],
        stateFunction: String,
        stateType: DataType,
        finalFunction: String? = nil,
        returnType: DataType,
        initialCondition: String? = nil
    ) {
        self.keyspace = keyspace
        self.name = name
        self.argumentTypes = argumentTypes
        self.stateFunction = stateFunction
        self.stateType = stateType
        self.finalFunction = finalFunction
        self.returnType = returnType
        self.initialCondition = initialCondition
    }

    /// The name with the types: what tells it from other functions and aggregates of the keyspace.
    public var signature: String { FunctionSignature.text(name, argumentTypes) }

    /// Whether it calls a function.
    func calls(_ function: UserFunction) -> Bool {
        let signature = function.signature
        if FunctionSignature.text(stateFunction, [stateType] + argumentTypes) == signature { return true }
        return finalFunction.map { FunctionSignature.text($0, [stateType]) == signature } ?? false
    }
}
