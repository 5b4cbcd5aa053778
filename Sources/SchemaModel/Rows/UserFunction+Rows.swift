extension UserFunction {
    /// The row that `system_schema.functions` has of the function.
    var row: SystemRow {
        SystemRow(
            "functions",
            [
                "keyspace_name": .text(keyspace), "function_name": .text(name),
                "argument_names": .list(arguments.map { .text($0.name) }),
                "argument_types": .list(arguments.map { .text($0.type.description) }), "body": .text(body),
                "called_on_null_input": .boolean(isCalledOnNull), "language": .text(language),
                "return_type": .text(returnType.description),
            ])
    }

    /// Reads a row of `system_schema.functions`.
    init(_ reader: RowReader, _ types: inout TypeTexts) throws(SystemRowError) {
        let keyspace = try reader.text("keyspace_name")
        let names = try reader.texts("argument_names")
        let argumentTypes = try types.types("argument_types", reader)
        guard names.count == argumentTypes.count else { throw reader.error("argument_types", "type for each argument") }
        self.init(
            keyspace: keyspace, name: try reader.text("function_name"),
            arguments: zip(names, argumentTypes).map { Argument($0, $1) },
            returnType: try types.type("return_type", reader),
            isCalledOnNull: try reader.boolean("called_on_null_input") ?? false,
            language: try reader.text("language"), body: try reader.text("body"))
    }
}

extension UserAggregate {
    /// The row that `system_schema.aggregates` has of the aggregate.
    var row: SystemRow {
        var values: [String: SystemValue] = [
            "keyspace_name": .text(keyspace), "aggregate_name": .text(name),
            "argument_types": .list(argumentTypes.map { .text($0.description) }), "state_func": .text(stateFunction),
            "state_type": .text(stateType.description), "return_type": .text(returnType.description),
        ]
        values["final_func"] = finalFunction.map { .text($0) }
        values["initcond"] = initialCondition.map { .text($0) }
        return SystemRow("aggregates", values)
    }

    /// Reads a row of `system_schema.aggregates`.
    init(_ reader: RowReader, _ types: inout TypeTexts) throws(SystemRowError) {
        self.init(
            keyspace: try reader.text("keyspace_name"), name: try reader.text("aggregate_name"),
            argumentTypes: try types.types("argument_types", reader), stateFunction: try reader.text("state_func"),
            stateType: try types.type("state_type", reader), finalFunction: try reader.optionalText("final_func"),
            returnType: try types.type("return_type", reader),
            initialCondition: try reader.optionalText("initcond"))
    }
}

extension TypeTexts {
    /// The type in a column of a row.
    fileprivate mutating func type(_ column: String, _ reader: RowReader) throws(SystemRowError) -> DataType {
        guard let type = type(try reader.text(column), try reader.text("keyspace_name")) else {
            throw reader.error(column, "readable type")
        }
        return type
    }

    /// The types in a column of a row.
    fileprivate mutating func types(_ column: String, _ reader: RowReader) throws(SystemRowError) -> [DataType] {
        var types: [DataType] = []
        for text in try reader.texts(column) {
            guard let type = type(text, try reader.text("keyspace_name")) else {
                throw reader.error(column, "readable type")
            }
            types.append(type)
        }
        return types
    }
}
