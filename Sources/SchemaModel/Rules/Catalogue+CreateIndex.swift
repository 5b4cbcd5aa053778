import CQLSyntax

extension Catalogue {
    mutating func create(_ statement: CreateIndex, _ context: SchemaContext) throws(SchemaRefusal) -> SchemaEffect {
        let reader = try PropertyReader(statement.properties, release: context.release)
        let keyspaceName = try context.keyspace(of: statement.table)
        let tableName = statement.table.name.text
        let isOld = context.release < .v40
        let isView = view(tableName, in: keyspaceName) != nil
        if isOld, isView { throw .invalid("Secondary indexes are not supported on materialized views") }
        if isOld { try requireTable(tableName, in: keyspaceName) }
        try context.access.check(.alter, .table(tableName), in: keyspaceName)
        try context.checkKeyspace(keyspaceName)
        let attributes = IndexAttributes(statement, reader, context)
        if !isOld { try attributes.check() }
        guard let keyspace = keyspaces[keyspaceName] else {
            throw .invalid("Keyspace '\(keyspaceName)' doesn't exist")
        }
        if isView { throw .invalid("Secondary indexes on materialized views aren't supported") }
        guard var table = keyspace.tables[tableName] else { throw .invalid("Table '\(tableName)' doesn't exist") }
        let existing = statement.name.flatMap { keyspace.table(ofIndex: $0.text) != nil ? $0.text : nil }
        if !isOld, let existing {
            if statement.ifNotExists { return .nothing }
            throw .invalid("Index '\(existing)' already exists")
        }
        let targets = try IndexTargetRules(context: context, keyspace: keyspace, table: table)
            .targets(statement, isCustom: attributes.isCustom, isStorageAttached: attributes.isStorageAttached)
        if isOld, let existing {
            if statement.ifNotExists { return .nothing }
            throw .invalid("Index \(existing) already exists")
        }
        if isOld { try attributes.check() }
        let name = statement.name?.text ?? Self.freeName(for: targets, of: table, in: keyspace)
        let index = Index(
            name: name, kind: kind(of: table, attributes), target: targets.map(\.text).joined(separator: ", "),
            className: attributes.className, options: try attributes.options())
        let equal = table.indexes.values.filter { Self.isEqual($0, index) }.map(\.name).min()
        if let equal {
            if statement.ifNotExists { return .nothing }
            throw .invalid("Index \(name) is a duplicate of existing index \(equal)")
        }
        table.indexes[name] = index
        let warnings = try IndexValidation(context: context, keyspace: keyspace, table: table).validate()
        keyspaces[keyspaceName]?.tables[tableName] = table
        return SchemaEffect(
            SchemaChange(.updated, .table, keyspaceName, tableName), warnings: attributes.warnings + warnings)
    }

    private func kind(of table: Table, _ attributes: IndexAttributes) -> Index.Kind {
        if attributes.isCustom { return .custom }
        // 3.11 makes another kind on tables that have no composite names of cells.
        return attributes.release < .v40 && !table.flags.contains(.compound) ? .keys : .composites
    }

    private static func isEqual(_ left: Index, _ right: Index) -> Bool {
        left.kind == right.kind && left.target == right.target && left.className == right.className
            && left.options == right.options
    }

    /// `table_column_idx`, with a number where that is taken.
    private static func freeName(for targets: [IndexTarget], of table: Table, in keyspace: Keyspace) -> String {
        let column = targets.count == 1 ? targets.first?.column : nil
        let base = SchemaName.stripped("\(table.name)\(column.map { "_\($0)" } ?? "")_idx")
        var name = base
        var number = 0
        while keyspace.table(ofIndex: name) != nil {
            number += 1
            name = "\(base)_\(number)"
        }
        return name
    }
}
