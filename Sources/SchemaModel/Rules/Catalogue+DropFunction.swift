import CQLSyntax

extension Catalogue {
    mutating func dropFunction(_ statement: DropFunction, _ context: SchemaContext) throws(SchemaRefusal)
        -> SchemaEffect
    {
        let isOld = context.release < .v40
        let rules = FunctionRules(context: context)
        let keyspaceName = try rules.keyspace(of: statement.name)
        let name = statement.name.name.text
        try context.checkKeyspace(keyspaceName)
        let shown = FunctionDrop.shown(statement, in: keyspaceName, isOld)
        let absent = SchemaRefusal.invalid(
            isOld
                ? "Unconfigured function \(keyspaceName).\(name)"
                    + "(\((statement.argumentTypes ?? []).map { $0.rawText() }.joined(separator: ",")))"
                : "Function '\(shown)' doesn't exist")
        guard let keyspace = keyspaces[keyspaceName] else {
            if statement.ifExists { return .nothing }
            throw absent
        }
        let drop = FunctionDrop(statement: statement, keyspace: keyspace, context: context, noun: "FUNCTION")
        guard let signature = try drop.signature(), let function = keyspace.functions[signature] else {
            if statement.ifExists { return .nothing }
            throw absent
        }
        let users = keyspace.aggregates.values.filter { $0.calls(function) }.sorted { $0.signature < $1.signature }
        guard users.isEmpty else {
            guard isOld else {
                let names = users.map { "\(keyspaceName).\($0.name)" }.joined(separator: ", ")
                throw .invalid("Function '\(shown)' is still referenced by aggregates \(names)")
            }
            let texts = users.map { rules.oldText(keyspaceName, $0.name, $0.argumentTypes, $0.returnType) }
            throw .invalid(
                "Function '\(keyspace.oldFunctionText(signature, rules) ?? "")' still referenced by "
                    + "[\(texts.joined(separator: ", "))]")
        }
        let masked = keyspace.tables.values.filter { $0.isMasked(with: function) }.map(\.name).sorted()
        guard masked.isEmpty else {
            throw .invalid(
                "Function '\(shown)' is still referenced by column masks in tables \(masked.joined(separator: ", "))")
        }
        keyspaces[keyspaceName]?.functions[signature] = nil
        return SchemaEffect(
            SchemaChange(
                .dropped, .function, keyspaceName, name, argumentTypes: rules.texts(function.arguments.map(\.type))))
    }

    mutating func dropAggregate(_ statement: DropFunction, _ context: SchemaContext) throws(SchemaRefusal)
        -> SchemaEffect
    {
        let isOld = context.release < .v40
        let rules = FunctionRules(context: context)
        let keyspaceName = try rules.keyspace(of: statement.name)
        try context.checkKeyspace(keyspaceName)
        let shown = FunctionDrop.shown(statement, in: keyspaceName, isOld)
        let absent = SchemaRefusal.invalid(
            isOld ? "Cannot drop non existing aggregate '\(shown)'" : "Aggregate '\(shown)' doesn't exist")
        guard let keyspace = keyspaces[keyspaceName] else {
            if statement.ifExists { return .nothing }
            throw absent
        }
        let drop = FunctionDrop(statement: statement, keyspace: keyspace, context: context, noun: "AGGREGATE")
        guard let signature = try drop.signature(), let aggregate = keyspace.aggregates[signature] else {
            if statement.ifExists { return .nothing }
            throw absent
        }
        keyspaces[keyspaceName]?.aggregates[signature] = nil
        return SchemaEffect(
            SchemaChange(
                .dropped, .aggregate, keyspaceName, aggregate.name,
                argumentTypes: rules.texts(aggregate.argumentTypes)))
    }
}

extension Table {
    /// Whether a column is masked with a function of the table's keyspace.
    fileprivate func isMasked(with function: UserFunction) -> Bool {
        columns.contains { column in
            guard let mask = column.mask, mask.function.keyspace?.text != "system" else { return false }
            return mask.function.name.text == function.name && mask.arguments.count + 1 == function.arguments.count
        }
    }
}

/// Which function or aggregate a DROP means.
private struct FunctionDrop {
    let statement: DropFunction
    let keyspace: Keyspace
    let context: SchemaContext
    let noun: String

    private var isOld: Bool { context.release < .v40 }
    private var name: String { statement.name.name.text }

    /// The name as messages have it, with the types that the statement says.
    static func shown(_ statement: DropFunction, in keyspace: String, _ isOld: Bool) -> String {
        let types = statement.argumentTypes.map { "(\($0.map { $0.rawText() }.joined(separator: isOld ? "," : ", ")))" }
        return "\(keyspace).\(statement.name.name.text)\(types ?? "")"
    }

    /// The signature; nil where nothing has the name.
    func signature() throws(SchemaRefusal) -> String? {
        let functions = keyspace.functions.values.filter { $0.name == name }.map(\.signature).sorted()
        let aggregates = keyspace.aggregates.values.filter { $0.name == name }.map(\.signature).sorted()
        guard let types = statement.argumentTypes else {
            guard functions.count + aggregates.count < 2 else { throw ambiguity }
            return (noun == "FUNCTION" ? functions : aggregates).first
        }
        let rules = FunctionRules(context: context)
        for type in types {
            try rules.checkNotFrozen(type, "Argument", oldPart: "arguments", isAggregate: noun == "AGGREGATE")
        }
        return FunctionSignature.text(name, try rules.resolve(types, in: keyspace))
    }

    private var ambiguity: SchemaRefusal {
        let hint = isOld ? "Hint: use cqlsh" : "You can use cqlsh"
        let name = isOld ? "\(keyspace.name).\(name)" : name
        return .invalid(
            "'DROP \(noun) \(name)' matches multiple function definitions; specify the argument types by issuing a "
                + "statement like 'DROP \(noun) \(name) (type, type, ...)'. \(hint) 'DESCRIBE \(noun) \(name)' command to "
                + "find all overloads")
    }
}
