import CQLSyntax

/// Views, functions and aggregates.
extension SchemaComparison {
    mutating func compare(_ left: MaterializedView, _ right: MaterializedView) {
        let (keyspace, name) = (left.table.keyspace, left.name)
        let object = SchemaDifference.Object.view(keyspace: keyspace, name: name)
        property("base table", of: object, CQLIdentifier.quoted(left.baseName), CQLIdentifier.quoted(right.baseName))
        property("all columns", of: object, "\(left.includesAllColumns)", "\(right.includesAllColumns)")
        property("where", of: object, left.whereText, right.whereText)
        property(
            "partition key", of: object, Self.list(left.table.partitionKey.map(\.name)),
            Self.list(right.table.partitionKey.map(\.name)))
        property(
            "clustering key", of: object, Self.list(left.table.clustering.map(\.name)),
            Self.list(right.table.clustering.map(\.name)))
        for (left, right) in zip(left.table.options.entries(for: release), right.table.options.entries(for: release)) {
            property(left.name, of: object, left.text, right.text)
        }
        compare(
            Self.columns(left.table), Self.columns(right.table),
            { .column(keyspace: keyspace, table: name, name: $0) },
            by: { $0.compare($1, $2, .column(keyspace: keyspace, table: name, name: $1.name)) })
    }

    /// Comments and security labels of what both keyspaces have.
    mutating func compareAnnotations(_ left: Keyspace, _ right: Keyspace) {
        func compare(
            _ name: String, _ left: [Keyspace.Annotated: String], _ right: [Keyspace.Annotated: String],
            _ keyspace: String
        )
            -> [SchemaDifference]
        {
            Set(left.keys).union(right.keys).filter { left[$0] != right[$0] }.map { target in
                SchemaDifference(
                    target.object(in: keyspace),
                    .changed(property: name, from: left[target] ?? "", to: right[target] ?? ""))
            }.sorted { "\($0.object)" < "\($1.object)" }
        }
        differences += compare("comment", left.comments, right.comments, left.name)
        differences += compare("security label", left.securityLabels, right.securityLabels, left.name)
    }

    mutating func compare(_ left: UserFunction, _ right: UserFunction) {
        let object = SchemaDifference.Object.function(keyspace: left.keyspace, signature: left.signature)
        property(
            "argument names", of: object, Self.list(left.arguments.map(\.name)), Self.list(right.arguments.map(\.name)))
        property("return type", of: object, left.returnType.description, right.returnType.description)
        property("called on null input", of: object, "\(left.isCalledOnNull)", "\(right.isCalledOnNull)")
        property("language", of: object, left.language, right.language)
        property("body", of: object, left.body, right.body)
    }

    mutating func compare(_ left: UserAggregate, _ right: UserAggregate) {
        let object = SchemaDifference.Object.aggregate(keyspace: left.keyspace, signature: left.signature)
        property("state function", of: object, left.stateFunction, right.stateFunction)
        property("state type", of: object, left.stateType.description, right.stateType.description)
        property("final function", of: object, left.finalFunction ?? "", right.finalFunction ?? "")
        property("return type", of: object, left.returnType.description, right.returnType.description)
        property(
            "initial condition", of: object, left.initialCondition ?? "null", right.initialCondition ?? "null")
    }
}

extension Keyspace.Annotated {
    fileprivate func object(in keyspace: String) -> SchemaDifference.Object {
        switch self {
        case .keyspace: .keyspace(keyspace)
        case .table(let name): .table(keyspace: keyspace, name: name)
        case .column(let table, let name): .column(keyspace: keyspace, table: table, name: name)
        case .type(let name): .type(keyspace: keyspace, name: name)
        case .field(let type, let name): .field(keyspace: keyspace, type: type, name: name)
        }
    }
}
