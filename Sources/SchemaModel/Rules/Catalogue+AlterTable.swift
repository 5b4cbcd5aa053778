import CQLSyntax

extension Catalogue {
    mutating func alter(_ statement: AlterTable, _ context: SchemaContext) throws(SchemaRefusal) -> SchemaEffect {
        let keyspaceName = try context.keyspace(of: statement.name)
        let name = statement.name.name.text
        let isOld = context.release < .v40
        var reader: PropertyReader?
        if case .properties(let properties) = statement.change {
            reader = try PropertyReader(properties, release: context.release)
        }
        if isOld {
            if view(name, in: keyspaceName) != nil { throw .invalid("Cannot use ALTER TABLE on Materialized View") }
            try requireTable(name, in: keyspaceName)
        }
        try context.access.check(.alter, .table(name), in: keyspaceName)
        if context.release >= .v50 {
            if let reader { _ = try TableOptionRules(context: context).readAlone(reader) }
            if case .mask(_, .some, _) = statement.change, !context.settings.masking { throw .maskingDisabled }
        }
        try context.checkKeyspace(keyspaceName)
        if view(name, in: keyspaceName) != nil {
            throw .invalid("Cannot use ALTER TABLE on a materialized view; use ALTER MATERIALIZED VIEW instead")
        }
        guard let keyspace = keyspaces[keyspaceName], let before = keyspace.tables[name] else {
            if statement.ifExists { return .nothing }
            throw .invalid("Table '\(keyspaceName).\(name)' doesn't exist")
        }
        let alteration = TableAlteration(keyspace: keyspace, context: context)
        let table = try alteration.apply(statement.change, reader, to: before)
        keyspaces[keyspaceName]?.tables[name] = table
        if case .rename(let renames, _) = statement.change {
            for rename in renames where table.column(rename.from.text) == nil {
                keyspaces[keyspaceName]?.moveAnnotations(ofColumn: rename.from.text, to: rename.to.text, in: name)
            }
        }
        keyspaces[keyspaceName]?.forgetAnnotationsOfDroppedColumns(of: table)
        for view in keyspace.views(of: before) {
            keyspaces[keyspaceName]?.views[view.name] = alteration.following(view, from: before, to: table)
        }
        let warnings = isOld ? reader.map(TableOptionRules.deprecations) ?? [] : []
        // 3.11 tells of a change where there was none.
        guard isOld || table != before else { return SchemaEffect(nil, warnings: warnings) }
        return SchemaEffect(SchemaChange(.updated, .table, keyspaceName, name), warnings: warnings)
    }
}
