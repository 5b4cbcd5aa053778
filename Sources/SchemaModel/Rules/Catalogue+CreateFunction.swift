import CQLSyntax

extension Catalogue {
    mutating func create(_ statement: CreateFunction, _ context: SchemaContext) throws(SchemaRefusal) -> SchemaEffect {
        let rules = FunctionRules(context: context)
        let isOld = context.release < .v40
        let keyspaceName = try rules.keyspace(of: statement.name)
        let name = statement.name.name.text
        if isOld {
            try checkOldKeyspace(keyspaceName)
            try context.access.check(.create, .keyspace, in: keyspaceName)
        } else {
            try context.checkKeyspace(keyspaceName)
        }
        try rules.checkWords(orReplace: statement.orReplace, ifNotExists: statement.ifNotExists)
        try rules.checkName(name, "Function")
        try rules.checkEnabled(statement.language)
        let names = statement.arguments.map(\.name.text)
        guard Set(names).count == names.count else {
            let shown = "[\(names.map { CQLIdentifier.quoted($0) }.joined(separator: ", "))]"
            throw .invalid(
                isOld
                    ? "duplicate argument names for given function \(keyspaceName).\(name) with argument names \(shown)"
                    : "Duplicate argument names for given function \(name) with argument names \(shown)")
        }
        for argument in statement.arguments {
            try rules.checkNotFrozen(argument.type, "Argument", oldPart: "arguments")
        }
        try rules.checkNotFrozen(statement.returnType, "Return type", oldPart: "return type")
        guard let keyspace = keyspaces[keyspaceName] else {
            throw .invalid("Keyspace '\(keyspaceName)' doesn't exist")
        }
        let types = try rules.resolve(statement.arguments.map(\.type), in: keyspace)
        let function = UserFunction(
            keyspace: keyspaceName, name: name, arguments: zip(names, types).map { .init($0, $1) },
            returnType: try rules.resolve([statement.returnType], in: keyspace)[0],
            isCalledOnNull: statement.isCalledOnNull, language: statement.language, body: statement.body)
        let before = keyspace.functions[function.signature]
        if before != nil || keyspace.aggregates[function.signature] != nil {
            if statement.ifNotExists, isOld || before != nil { return .nothing }
            try checkReplacement(of: function, statement.orReplace, in: keyspace, rules)
        }
        keyspaces[keyspaceName]?.functions[function.signature] = function
        // 3.11 tells of a change where there was none.
        guard isOld || before != function else { return .nothing }
        let told = rules.told(statement.arguments.map(\.type), types, in: keyspaceName)
        return SchemaEffect(
            SchemaChange(before == nil ? .created : .updated, .function, keyspaceName, name, argumentTypes: told))
    }

    /// What 3.11 asks of a function's keyspace before anything else.
    func checkOldKeyspace(_ name: String) throws(SchemaRefusal) {
        guard keyspaceOfOldServer(name) == nil else { return }
        throw .configuration("Keyspace \(name) doesn't exist")
    }

    private func checkReplacement(
        of function: UserFunction, _ orReplace: Bool, in keyspace: Keyspace, _ rules: FunctionRules
    ) throws(SchemaRefusal) {
        let old = rules.context.release < .v40 ? keyspace.oldFunctionText(function.signature, rules) : nil
        guard let before = keyspace.functions[function.signature] else {
            guard let old else { throw .invalid("Function '\(function.name)' cannot replace an aggregate") }
            throw .invalid(orReplace ? "Function \(old) can only replace a function" : "Function \(old) already exists")
        }
        guard orReplace else {
            throw .invalid(old.map { "Function \($0) already exists" } ?? "Function '\(function.name)' already exists")
        }
        guard function.isCalledOnNull == before.isCalledOnNull else {
            let words = function.isCalledOnNull ? "CALLED ON NULL INPUT" : "RETURNS NULL ON NULL INPUT"
            throw .invalid(
                old.map { "Function \($0) can only be replaced with \(words)" }
                    ?? "Function '\(function.name)' must have \(words) directive")
        }
        guard rules.isCompatible(function.returnType, with: before.returnType) else {
            let shown = old == nil ? "'\(function.name)'" : "\(keyspace.name).\(function.name)"
            throw .invalid(
                "Cannot replace function \(shown), the new return type \(function.returnType) is not compatible with the "
                    + "return type \(before.returnType) of existing function")
        }
    }
}
