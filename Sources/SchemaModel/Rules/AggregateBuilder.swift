import CQLSyntax

/// Makes an aggregate of CREATE AGGREGATE (`CreateAggregateStatement`).
struct AggregateBuilder {
    private let statement: CreateAggregate
    private let keyspace: Keyspace
    private let context: SchemaContext

    init(_ statement: CreateAggregate, in keyspace: Keyspace, _ context: SchemaContext) {
        self.statement = statement
        self.keyspace = keyspace
        self.context = context
    }

    private var isOld: Bool { context.release < .v40 }

    func aggregate() throws(SchemaRefusal) -> UserAggregate {
        let rules = FunctionRules(context: context)
        let arguments = try rules.resolve(statement.argumentTypes, in: keyspace)
        let state = try rules.resolve([statement.stateType], in: keyspace)[0]
        let stateFunction = try stateFunction(state, arguments)
        var result = stateFunction.returnType
        if let name = statement.finalFunction?.text { result = try finalFunction(name, state).returnType }
        let condition = try statement.initialCondition.flatMap { term throws(SchemaRefusal) in
            try InitialCondition(keyspace: keyspace, release: context.release).text(term, state)
        }
        let name = statement.name.name.text
        if !stateFunction.isCalledOnNull, condition == nil {
            throw .invalid(
                "Cannot create aggregate \(isOld ? "\(keyspace.name).\(name)" : "'\(name)'") without INITCOND because "
                    + "state function \(keyspace.name).\(stateFunction.name) does not accept 'null' arguments")
        }
        return UserAggregate(
            keyspace: keyspace.name, name: name, argumentTypes: arguments, stateFunction: stateFunction.name,
            stateType: state, finalFunction: statement.finalFunction?.text, returnType: result,
            initialCondition: condition)
    }

    private func stateFunction(_ state: DataType, _ arguments: [DataType]) throws(SchemaRefusal) -> UserFunction {
        let name = statement.stateFunction.text
        let types = ([statement.stateType] + statement.argumentTypes).map { shown($0) }.joined(separator: ", ")
        let text = "State function \(keyspace.name).\(name)(\(types))"
        let signature = FunctionSignature.text(name, [state] + arguments)
        guard let function = keyspace.functions[signature] else {
            if isOld { throw .invalid("\(text) does not exist or is not a scalar function") }
            throw .invalid(
                keyspace.aggregates[signature] == nil ? "\(text) doesn't exist" : "\(text) isn't a scalar function")
        }
        guard function.returnType.frozen == state.frozen else {
            throw .invalid(
                "\(text) return type must be the same as the first argument type - check STYPE, argument and return "
                    + "types")
        }
        return function
    }

    private func finalFunction(_ name: String, _ state: DataType) throws(SchemaRefusal) -> UserFunction {
        let text = "Final function \(keyspace.name).\(name)(\(shown(statement.stateType)))"
        let signature = FunctionSignature.text(name, [state])
        guard let function = keyspace.functions[signature] else {
            if isOld { throw .invalid("\(text) does not exist or is not a scalar function") }
            throw .invalid(
                keyspace.aggregates[signature] == nil ? "\(text) doesn't exist" : "\(text) isn't a scalar function")
        }
        return function
    }

    private func shown(_ type: TypeExpression) -> String { type.rawText(keyspace: isOld ? nil : keyspace.name) }
}
