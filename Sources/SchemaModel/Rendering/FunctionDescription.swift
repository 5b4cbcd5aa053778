import CQLSyntax

/// `CREATE FUNCTION` and `CREATE AGGREGATE` as DESCRIBE writes them (`UDFunction.toCqlString`).
struct FunctionDescription {
    let release: CassandraRelease

    /// A type as functions show it: without the `frozen` that is not written there.
    func text(_ type: DataType) -> String {
        guard !type.isMultiCell else { return type.description }
        let text = type.description
        return text.hasPrefix("frozen<") ? String(text.dropFirst(7).dropLast()) : text
    }

    /// `name(type, type)`, as DESCRIBE calls a function.
    func name(_ name: String, _ types: [DataType]) -> String {
        "\(CQLIdentifier.quoted(name))(\(types.map(text).joined(separator: ", ")))"
    }

    func text(_ function: UserFunction) -> String {
        let arguments = function.arguments.map { "\(CQLIdentifier.quoted($0.name)) \(text($0.type))" }
        return """
            CREATE FUNCTION \(SchemaName.quoted(function.keyspace, function.name))(\(arguments.joined(separator: ", ")))
                \(function.isCalledOnNull ? "CALLED" : "RETURNS NULL") ON NULL INPUT
                RETURNS \(text(function.returnType))
                LANGUAGE \(function.language)
                AS $$\(function.body)$$;
            """
    }

    func text(_ aggregate: UserAggregate) -> String {
        let types = aggregate.argumentTypes.map(text).joined(separator: ", ")
        var text = """
            CREATE AGGREGATE \(SchemaName.quoted(aggregate.keyspace, aggregate.name))(\(types))
                SFUNC \(CQLIdentifier.quoted(aggregate.stateFunction))
                STYPE \(self.text(aggregate.stateType))
            """
        if let function = aggregate.finalFunction { text += "\n    FINALFUNC \(CQLIdentifier.quoted(function))" }
        if let condition = aggregate.initialCondition { text += "\n    INITCOND \(condition)" }
        return text + ";"
    }
}
