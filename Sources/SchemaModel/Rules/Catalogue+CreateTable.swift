import CQLSyntax

extension Catalogue {
    mutating func create(_ statement: CreateTable, _ context: SchemaContext) throws(SchemaRefusal) -> SchemaEffect {
        let reader = try PropertyReader(statement.properties, release: context.release)
        let keyspaceName = try context.keyspace(of: statement.name)
        let name = statement.name.name.text
        if context.release < .v40 { return try createOld(statement, reader, context) }
        let builder = TableBuilder(statement, reader, context)
        try builder.checkText()
        try context.access.check(.create, .allTables, in: keyspaceName)
        // From 5.0 on the values of the properties are read before anything is looked up.
        if context.release >= .v50 { _ = try TableOptionRules(context: context).readAlone(reader) }
        if !context.settings.masking, statement.columns.contains(where: { $0.mask != nil }) { throw .maskingDisabled }
        try context.checkKeyspace(keyspaceName)
        guard let table = try newTable(builder, name, in: keyspaceName, statement.ifNotExists) else { return .nothing }
        keyspaces[keyspaceName]?.tables[name] = table
        return .created(.table, keyspaceName, name)
    }

    /// The table, or nil where there is one of that name.
    ///
    /// Apart from the change, so that nothing but the catalogue holds the keyspace then: it would be copied with every
    /// table.
    private func newTable(
        _ builder: TableBuilder, _ name: String, in keyspaceName: String, _ ifNotExists: Bool
    ) throws(SchemaRefusal) -> Table? {
        guard let keyspace = keyspaces[keyspaceName] else { throw .invalid("Keyspace '\(keyspaceName)' doesn't exist") }
        guard keyspace.tables[name] == nil, keyspace.views[name] == nil else {
            guard ifNotExists else { throw .exists(table: name, in: keyspaceName) }
            return nil
        }
        return try builder.table(in: keyspace)
    }

    /// CREATE TABLE of 3.11: it looks at the keyspace first and at the table's existence last.
    private mutating func createOld(
        _ statement: CreateTable, _ reader: PropertyReader, _ context: SchemaContext
    ) throws(SchemaRefusal) -> SchemaEffect {
        let keyspaceName = try context.keyspace(of: statement.name)
        let name = statement.name.name.text
        guard var keyspace = keyspaceOfOldServer(keyspaceName) else {
            throw .configuration("Keyspace \(keyspaceName) doesn't exist")
        }
        let table = try OldTableBuilder(statement, reader, context).table(in: keyspace)
        let warnings = TableOptionRules.deprecations(reader)
        try context.access.check(.create, .allTables, in: keyspaceName)
        guard keyspace.tables[name] == nil, keyspace.views[name] == nil else {
            guard statement.ifNotExists else { throw .exists(table: name, in: keyspaceName) }
            return SchemaEffect(nil, warnings: warnings)
        }
        keyspace.tables[name] = table
        keyspaces[keyspaceName] = keyspace
        return SchemaEffect(SchemaChange(.created, .table, keyspaceName, name), warnings: warnings)
    }
}

extension SchemaRefusal {
    static let maskingDisabled = SchemaRefusal.invalid(
        "Cannot mask columns because dynamic data masking is not enabled. You can enable it with the "
            + "dynamic_data_masking_enabled property on cassandra.yaml")
}

extension TableOptionRules {
    /// What 3.11 warns of; it says so once when it checks the options and once when it takes them.
    static func deprecations(_ reader: PropertyReader) -> [String] {
        let old = ["dclocal_read_repair_chance", "read_repair_chance"].filter { name in
            guard let text = try? reader.text(name), let chance = JavaNumber.double(text) else { return false }
            return chance != 0
        }
        let texts = old.map { "\($0) table option has been deprecated and will be removed in version 4.0" }
        return texts + texts
    }
}
