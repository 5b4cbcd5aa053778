import CQLSyntax

extension Catalogue {
    mutating func create(_ statement: CreateAggregate, _ context: SchemaContext) throws(SchemaRefusal) -> SchemaEffect {
        let rules = FunctionRules(context: context)
        let isOld = context.release < .v40
        let keyspaceName = try rules.keyspace(of: statement.name)
        let name = statement.name.name.text
        if isOld {
            try checkOldKeyspace(keyspaceName)
            try context.access.check(.create, .keyspace, in: keyspaceName)
        } else {
            // The server looks at the types of the arguments when it asks who may call the functions.
            guard keyspaces[keyspaceName] != nil else { throw .configuration("Keyspace \(keyspaceName) doesn't exist") }
            try context.checkKeyspace(keyspaceName)
        }
        try rules.checkWords(orReplace: statement.orReplace, ifNotExists: statement.ifNotExists)
        try rules.checkName(name, "Aggregate")
        for type in statement.argumentTypes {
            try rules.checkNotFrozen(type, "Argument", oldPart: "arguments", isAggregate: true)
        }
        try rules.checkNotFrozen(statement.stateType, "State type", oldPart: "state type", isAggregate: true)
        guard let keyspace = keyspaces[keyspaceName] else { return .nothing }
        let aggregate = try AggregateBuilder(statement, in: keyspace, context).aggregate()
        let before = keyspace.aggregates[aggregate.signature]
        if before != nil || keyspace.functions[aggregate.signature] != nil {
            if statement.ifNotExists, isOld || before != nil { return .nothing }
            try checkReplacement(of: aggregate, statement.orReplace, in: keyspace, rules)
        }
        keyspaces[keyspaceName]?.aggregates[aggregate.signature] = aggregate
        guard isOld || before != aggregate else { return .nothing }
        let told = rules.told(statement.argumentTypes, aggregate.argumentTypes, in: keyspaceName)
        return SchemaEffect(
            SchemaChange(before == nil ? .created : .updated, .aggregate, keyspaceName, name, argumentTypes: told))
    }

    private func checkReplacement(
        of aggregate: UserAggregate, _ orReplace: Bool, in keyspace: Keyspace, _ rules: FunctionRules
    ) throws(SchemaRefusal) {
        let old = rules.context.release < .v40 ? keyspace.oldFunctionText(aggregate.signature, rules) : nil
        guard let before = keyspace.aggregates[aggregate.signature] else {
            guard let old else { throw .invalid("Aggregate '\(aggregate.name)' cannot replace a function") }
            throw .invalid(
                orReplace ? "Aggregate \(old) can only replace an aggregate" : "Function \(old) already exists")
        }
        guard orReplace else {
            throw .invalid(
                old.map { "Function \($0) already exists" } ?? "Aggregate '\(aggregate.name)' already exists")
        }
        guard rules.isCompatible(aggregate.returnType, with: before.returnType) else {
            let shown = old == nil ? "'\(aggregate.name)'" : "\(keyspace.name).\(aggregate.name)"
            throw .invalid(
                "Cannot replace aggregate \(shown), the new return type \(aggregate.returnType) "
                    + "\(old == nil ? "isn't" : "is not") compatible with the return type \(before.returnType) of "
                    + "existing function")
        }
    }
}
