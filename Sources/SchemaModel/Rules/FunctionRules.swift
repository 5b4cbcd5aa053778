import CQLSyntax

/// What statements about functions and aggregates check alike.
struct FunctionRules {
    let context: SchemaContext

    private var isOld: Bool { context.release < .v40 }

    /// The keyspace of a function: 3.11 has words of its own for a session without one.
    func keyspace(of name: QualifiedName) throws(SchemaRefusal) -> String {
        guard isOld, name.keyspace == nil, context.keyspace == nil else { return try context.keyspace(of: name) }
        throw .invalid(
            "Functions must be fully qualified with a keyspace name if a keyspace is not set for the session")
    }

    func checkWords(orReplace: Bool, ifNotExists: Bool) throws(SchemaRefusal) {
        if orReplace, ifNotExists {
            throw .invalid("Cannot use both 'OR REPLACE' and 'IF NOT EXISTS' directives")
        }
    }

    /// Refuses what the configuration does not allow (`UDFunction.assertUdfsEnabled`).
    func checkEnabled(_ language: String) throws(SchemaRefusal) {
        let release = context.release
        guard context.settings.userFunctions else {
            let setting = release < .v41 ? "enable_user_defined_functions" : "user_defined_functions_enabled"
            throw .invalid("User-defined functions are disabled in cassandra.yaml - set \(setting)=true to enable")
        }
        guard language != "java" else { return }
        guard release < .v50 else {
            throw .invalid(
                "Currently only Java UDFs are available in Cassandra. For more information - CASSANDRA-18252 and "
                    + "CASSANDRA-17281")
        }
        guard context.settings.scriptedFunctions else {
            let setting =
                release < .v41 ? "enable_scripted_user_defined_functions" : "scripted_user_defined_functions_enabled"
            throw .invalid(
                "Scripted user-defined functions are disabled in cassandra.yaml - set \(setting)=true to enable if you "
                    + "are aware of the security risks")
        }
    }

    /// Refuses `frozen<…>` around an argument or a result: every value is one cell there.
    func checkNotFrozen(
        _ type: TypeExpression, _ part: String, oldPart: String, isAggregate: Bool = false
    ) throws(SchemaRefusal) {
        guard case .frozen(let inner) = type else { return }
        // The server takes a tuple for frozen in itself.
        if case .tuple = inner, isAggregate || !isOld { return }
        guard !isOld else {
            throw .invalid("The function \(oldPart) should not be frozen; remove the frozen<> modifier")
        }
        let text = type.rawText()
        throw .invalid("\(part) '\(text)' cannot be frozen; remove frozen<> modifier from '\(text)'")
    }

    /// Refuses names with what stands between the parts of a permission's object (`FunctionName.isNameValid`).
    func checkName(_ name: String, _ noun: String) throws(SchemaRefusal) {
        if name.contains(where: { "/[]".contains($0) }) { throw .invalid("\(noun) name '\(name)' is invalid") }
    }

    func resolve(_ types: [TypeExpression], in keyspace: Keyspace) throws(SchemaRefusal) -> [DataType] {
        let resolver = TypeResolver(keyspace: keyspace.name, types: keyspace.types)
        var resolved: [DataType] = []
        for type in types { resolved.append(try resolver.resolve(type)) }
        return resolved
    }

    /// A type as 3.11 and as DROP of all releases tell it.
    func texts(_ types: [DataType]) -> [String] { types.map(\.description) }

    /// What the result of CREATE tells of the types: 3.11 what they are, later releases what is written.
    func told(_ expressions: [TypeExpression], _ types: [DataType], in keyspace: String) -> [String] {
        isOld ? texts(types) : expressions.map { $0.rawText(keyspace: keyspace) }
    }

    /// `keyspace.name : (type, type) -> type`, as 3.11 shows a function.
    func oldText(_ keyspace: String, _ name: String, _ types: [DataType], _ result: DataType) -> String {
        "\(keyspace).\(name) : (\(texts(types).joined(separator: ", "))) -> \(result)"
    }

    /// Whether values of a type can stand for those of another (`AbstractType.isCompatibleWith`).
    func isCompatible(_ type: DataType, with old: DataType) -> Bool {
        if type.frozen == old.frozen { return true }
        switch (type, old) {
        case (.native(.blob), _), (.native(.text), .native(.ascii)), (.native(.uuid), .native(.timeuuid)): return true
        default: return false
        }
    }
}

extension Keyspace {
    /// A function or an aggregate in 3.11's words, by signature.
    func oldFunctionText(_ signature: String, _ rules: FunctionRules) -> String? {
        if let function = functions[signature] {
            return rules.oldText(name, function.name, function.arguments.map(\.type), function.returnType)
        }
        return aggregates[signature].map { rules.oldText(name, $0.name, $0.argumentTypes, $0.returnType) }
    }
}
