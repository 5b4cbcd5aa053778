import CQLSyntax

extension Catalogue {
    private static let viewWarning =
        "Materialized views are experimental and are not recommended for production use."

    mutating func create(_ statement: CreateView, _ context: SchemaContext) throws(SchemaRefusal) -> SchemaEffect {
        let isOld = context.release < .v40
        let reader = try PropertyReader(statement.properties, release: context.release)
        let keyspaceName = try context.keyspace(of: statement.name)
        let name = statement.name.name.text
        let baseKeyspace = statement.table.keyspace?.text ?? keyspaceName
        let baseName = statement.table.name.text
        if isOld { return try createOld(statement, reader, context) }
        guard keyspaceName == baseKeyspace else {
            throw .invalid("Cannot create a materialized view on a table in a different keyspace")
        }
        try TableOptionRules.checkOrderText(statement)
        try context.access.check(.alter, .table(baseName), in: keyspaceName)
        try context.checkKeyspace(keyspaceName)
        guard context.settings.materializedViews else { throw .viewsDisabled }
        guard let keyspace = keyspaces[keyspaceName] else { throw .invalid("Keyspace '\(keyspaceName)' doesn't exist") }
        guard let base = keyspace.tables[baseName] else { throw .invalid("Base table '\(baseName)' doesn't exist") }
        guard keyspace.tables[name] == nil else {
            throw .invalid(
                "Cannot create materialized view '\(name)' - a table with the same name already exists")
        }
        guard keyspace.views[name] == nil else {
            guard statement.ifNotExists else { throw .exists(table: name, in: keyspaceName) }
            return SchemaEffect(nil, warnings: context.release < .v60 ? [Self.viewWarning] : [])
        }
        keyspaces[keyspaceName]?.views[name] = try ViewBuilder(statement, on: base, in: keyspace, context).view(reader)
        return SchemaEffect(SchemaChange(.created, .table, keyspaceName, name), warnings: [Self.viewWarning])
    }

    private mutating func createOld(
        _ statement: CreateView, _ reader: PropertyReader, _ context: SchemaContext
    ) throws(SchemaRefusal) -> SchemaEffect {
        let keyspaceName = try context.keyspace(of: statement.name)
        let name = statement.name.name.text
        let baseKeyspace = statement.table.keyspace?.text ?? keyspaceName
        let baseName = statement.table.name.text
        guard keyspaceOfOldServer(keyspaceName) != nil else {
            throw .invalid("Keyspace \(keyspaceName) does not exist")
        }
        if view(baseName, in: keyspaceName) == nil { try requireTable(baseName, in: keyspaceName) }
        try context.access.check(.alter, .table(baseName), in: keyspaceName)
        guard context.settings.materializedViews else { throw .viewsDisabled }
        try TableOptionRules(context: context).checkNames(reader)
        if statement.isCompactStorage {
            throw .invalid("Cannot use 'COMPACT STORAGE' when defining a materialized view")
        }
        guard keyspaceName == baseKeyspace else {
            throw .invalid("Cannot create a materialized view on a table in a separate keyspace")
        }
        if view(baseName, in: keyspaceName) != nil {
            throw .invalid("Materialized views cannot be created against other materialized views")
        }
        try requireTable(baseName, in: keyspaceName)
        guard let keyspace = keyspaces[keyspaceName], let base = keyspace.tables[baseName] else { return .nothing }
        let view = try OldViewBuilder(statement, on: base, in: keyspace, context).view(reader)
        guard keyspace.tables[name] == nil, keyspace.views[name] == nil else {
            if statement.ifNotExists { return SchemaEffect(nil, warnings: [Self.viewWarning]) }
            var refusal = SchemaRefusal.exists(table: name, in: keyspaceName)
            refusal.warnings = [Self.viewWarning]
            throw refusal
        }
        keyspaces[keyspaceName]?.views[name] = view
        return SchemaEffect(SchemaChange(.created, .table, keyspaceName, name), warnings: [Self.viewWarning])
    }

    mutating func alter(_ statement: AlterView, _ context: SchemaContext) throws(SchemaRefusal) -> SchemaEffect {
        let isOld = context.release < .v40
        let reader = try PropertyReader(statement.properties, release: context.release)
        let keyspaceName = try context.keyspace(of: statement.name)
        let name = statement.name.name.text
        if isOld {
            if view(name, in: keyspaceName) == nil {
                try requireTable(name, in: keyspaceName)
                throw .invalid("Cannot use ALTER MATERIALIZED VIEW on Table")
            }
        } else {
            try context.checkKeyspace(keyspaceName)
        }
        guard var view = view(name, in: keyspaceName) else {
            if statement.ifExists { return .nothing }
            throw .invalid("Materialized view '\(keyspaceName).\(name)' doesn't exist")
        }
        let before = view
        view.table.options = try TableOptionRules(context: context).alteredOptions(view.table.options, reader)
        if view.table.options.gcGraceSeconds == 0 {
            throw .invalid(
                "Cannot alter gc_grace_seconds of a materialized view to 0, since this value is used to TTL "
                    + "undelivered updates. Setting gc_grace_seconds too low might cause undelivered updates to expire "
                    + "before being replayed.")
        }
        if view.table.options.defaultTimeToLive > 0 {
            throw .invalid(
                "Forbidden default_time_to_live detected for a materialized view. Data in a materialized view always "
                    + "expire at the same time than the corresponding data in the parent table. default_time_to_live "
                    + "must be set to zero, see CASSANDRA-12868 for more information")
        }
        keyspaces[keyspaceName]?.views[name] = view
        return isOld || view != before ? .updated(.table, keyspaceName, name) : .nothing
    }

    mutating func dropView(_ statement: DropObject, _ context: SchemaContext) throws(SchemaRefusal) -> SchemaEffect {
        let keyspaceName = try context.keyspace(of: statement.name)
        let name = statement.name.name.text
        try context.checkKeyspace(keyspaceName)
        guard view(name, in: keyspaceName) != nil else {
            if statement.ifExists { return .nothing }
            guard context.release >= .v40 else {
                throw .configuration(
                    "Cannot drop non existing materialized view '\(name)' in keyspace '\(keyspaceName)'.")
            }
            throw .invalid("Materialized view '\(keyspaceName).\(name)' doesn't exist")
        }
        keyspaces[keyspaceName]?.views[name] = nil
        return .dropped(.table, keyspaceName, name)
    }
}

extension TableOptionRules {
    /// What the server finds while it reads the statement.
    fileprivate static func checkOrderText(_ statement: CreateView) throws(SchemaRefusal) {
        var ordered: Set<String> = []
        for order in statement.clusteringOrder where !ordered.insert(order.column.text).inserted {
            throw .invalid(
                "Duplicate column \(order.column.text) in CLUSTERING ORDER BY clause for view \(statement.name.name.text)"
            )
        }
    }
}
