import CQLSyntax

extension Catalogue {
    /// `COMMENT ON` and `SECURITY LABEL ON` of 6.0 (`CommentOnTableStatement` and its like).
    mutating func annotate(_ statement: Annotation, _ context: SchemaContext) throws(SchemaRefusal) -> SchemaEffect {
        let target = try AnnotationTarget(statement.target, context)
        let isComment = statement.kind == .comment
        try context.access.check(.alter, target.resource, in: target.keyspace)
        try context.checkKeyspace(target.keyspace)
        guard var keyspace = keyspaces[target.keyspace] else {
            throw .invalid("Keyspace '\(target.keyspace)' doesn't exist")
        }
        try target.check(in: keyspace, isComment ? "comment" : "security label")
        var warnings: [String] = []
        if case .securityLabel(let provider?) = statement.kind {
            warnings.append(
                "Provider functionality not implemented. Provider '\(provider.text)' will not be loaded or invoked.")
        }
        let before = keyspace
        let text = statement.text ?? ""
        if isComment {
            if case .table(let name) = target.kind {
                keyspace.tables[name]?.options.comment = text
            } else {
                keyspace.comments[target.key] = text.isEmpty ? nil : text
            }
        } else {
            keyspace.securityLabels[target.key] = text.isEmpty ? nil : text
        }
        keyspaces[target.keyspace] = keyspace
        guard keyspace != before else { return SchemaEffect(nil, warnings: warnings) }
        return SchemaEffect(target.change, warnings: warnings)
    }
}

/// What an annotation is about, looked up.
private struct AnnotationTarget {
    enum Kind {
        case keyspace
        case table(String)
        case column(table: String, String)
        case type(String)
        case field(type: String, String)
    }

    let keyspace: String
    let kind: Kind

    init(_ target: Annotation.Target, _ context: SchemaContext) throws(SchemaRefusal) {
        switch target {
        case .keyspace(let name): (keyspace, kind) = (name.text, .keyspace)
        case .table(let name): (keyspace, kind) = (try context.keyspace(of: name), .table(name.name.text))
        case .column(let name, let column):
            (keyspace, kind) = (try context.keyspace(of: name), .column(table: name.name.text, column.text))
        case .type(let name): (keyspace, kind) = (try context.keyspace(of: name), .type(name.name.text))
        case .field(let name, let field):
            (keyspace, kind) = (try context.keyspace(of: name), .field(type: name.name.text, field.text))
        }
    }

    var resource: AccessRules.Resource {
        switch kind {
        case .keyspace: .keyspace
        case .table(let name), .column(let name, _): .table(name)
        case .type, .field: .allTables
        }
    }

    var key: Keyspace.Annotated {
        switch kind {
        case .keyspace: .keyspace
        case .table(let name): .table(name)
        case .column(let table, let name): .column(table: table, name)
        case .type(let name): .type(name)
        case .field(let type, let name): .field(type: type, name)
        }
    }

    var change: SchemaChange {
        switch kind {
        case .keyspace: SchemaChange(.updated, .keyspace, keyspace)
        case .table(let name), .column(let name, _): SchemaChange(.updated, .table, keyspace, name)
        case .type(let name), .field(let name, _): SchemaChange(.updated, .type, keyspace, name)
        }
    }

    func check(in schema: Keyspace, _ noun: String) throws(SchemaRefusal) {
        switch kind {
        case .keyspace: break
        case .table(let name), .column(let name, _):
            guard schema.views[name] == nil else {
                throw .invalid("Cannot set \(noun) on non-regular table '\(keyspace).\(name)'")
            }
            guard let table = schema.tables[name] else { throw .invalid("Table '\(keyspace).\(name)' doesn't exist") }
            if case .column(_, let column) = kind, table.column(column) == nil {
                throw .invalid("Column '\(column)' doesn't exist in table '\(keyspace).\(name)'")
            }
        case .type(let name), .field(let name, _):
            guard let type = schema.types[name] else { throw .invalid("Type '\(keyspace).\(name)' doesn't exist") }
            if case .field(_, let field) = kind, !type.fields.contains(where: { $0.name == field }) {
                throw .invalid("Field '\(field)' doesn't exist in type '\(keyspace).\(name)'")
            }
        }
    }
}
