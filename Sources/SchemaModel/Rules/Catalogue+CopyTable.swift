import CQLSyntax

extension Catalogue {
    /// `CREATE TABLE … LIKE` of 6.0 (`CopyTableStatement`).
    mutating func copy(_ statement: CopyTable, _ context: SchemaContext) throws(SchemaRefusal) -> SchemaEffect {
        let reader = try PropertyReader(statement.properties, release: context.release)
        let keyspaceName = try context.keyspace(of: statement.name)
        let sourceKeyspace = try context.keyspace(of: statement.source)
        let (name, sourceName) = (statement.name.name.text, statement.source.name.text)
        try context.access.check(.create, .allTables, in: keyspaceName)
        try context.checkKeyspace(keyspaceName)
        guard let source = keyspaces[sourceKeyspace], !SystemKeyspaces.isLocal(sourceKeyspace, in: context.release)
        else {
            throw .invalid("Source Keyspace '\(sourceKeyspace)' doesn't exist")
        }
        if source.views[sourceName] != nil {
            throw .invalid("Cannot use CREATE TABLE LIKE on a materialized view '\(sourceKeyspace).\(sourceName)'.")
        }
        guard let original = source.tables[sourceName] else {
            throw .invalid("Source Table '\(sourceKeyspace).\(sourceName)' doesn't exist")
        }
        guard var target = keyspaces[keyspaceName] else {
            throw .invalid("Target Keyspace '\(keyspaceName)' doesn't exist")
        }
        guard target.tables[name] == nil, target.views[name] == nil else {
            guard statement.ifNotExists else { throw .exists(table: name, in: keyspaceName) }
            return .nothing
        }
        if sourceKeyspace != keyspaceName { try checkTypes(of: original, from: source, to: target) }
        let rules = TableOptionRules(context: context)
        if reader.has("id"), try rules.id(reader) != nil { throw .configuration("Cannot alter table id.") }
        let options = try rules.alteredOptions(original.options, reader)
        for column in original.columns {
            // The server looks for the server's own functions alone.
            if let mask = column.mask { try MaskRules(Keyspace(name: "", replication: .local)).check(mask, of: column) }
        }
        try TableBuilder.checkName(name, keyspaceName, context.release)
        guard !original.columns.contains(where: QuotedChecks.areLost) else {
            throw .syntax("Failed parsing CREATE TABLE: a name behind CHECK is not quoted")
        }
        var table = Table(
            id: context.newTableID, keyspace: keyspaceName, name: name,
            columns: original.columns.map { $0.moved(to: keyspaceName) }, options: options, flags: original.flags)
        if statement.options.contains(.indexes) {
            for index in original.indexes.values {
                var copy = index
                copy.name = Self.freeName(like: index, of: name, in: target)
                table.indexes[copy.name] = copy
            }
        }
        target.tables[name] = table
        for column in original.columns.map(\.name) {
            let (from, to) = (
                Keyspace.Annotated.column(table: sourceName, column), Keyspace.Annotated.column(table: name, column)
            )
            if statement.options.contains(.comments) { target.comments[to] = source.comments[from] }
            if statement.options.contains(.securityLabels) { target.securityLabels[to] = source.securityLabels[from] }
        }
        keyspaces[keyspaceName] = target
        return .created(.table, keyspaceName, name)
    }

    /// Refuses a copy whose user-defined types are not in the other keyspace, or are others there.
    private func checkTypes(of table: Table, from source: Keyspace, to target: Keyspace) throws(SchemaRefusal) {
        let used = source.types.keys.filter { name in table.columns.contains { source.references(name, from: $0.type) }
        }
        let missing = used.filter { target.types[$0] == nil }.sorted()
        guard missing.isEmpty else {
            throw .invalid("UDTs \(missing.joined(separator: ", ")) do not exist in target keyspace '\(target.name)'.")
        }
        func fields(_ name: String, _ keyspace: Keyspace) -> [[String]] {
            (keyspace.types[name]?.fields ?? []).map { [$0.name, $0.type.description] }
        }
        for name in used.sorted() where fields(name, source) != fields(name, target) {
            throw .invalid(
                "Target keyspace '\(target.name)' has same UDT name '\(name)' as source keyspace '\(source.name)' but "
                    + "with different structure.")
        }
    }

    private static func freeName(like index: Index, of table: String, in keyspace: Keyspace) -> String {
        let base = SchemaName.stripped("\(table)_\(index.columns.first ?? "")_idx")
        var (name, number) = (base, 0)
        while keyspace.table(ofIndex: name) != nil {
            number += 1
            name = "\(base)_\(number)"
        }
        return name
    }
}

extension Column {
    /// The column in another keyspace, whose user-defined types are its own.
    fileprivate func moved(to keyspace: String) -> Column {
        var column = self
        column.type = type.moved(to: keyspace)
        return column
    }
}

extension DataType {
    fileprivate func moved(to keyspace: String) -> DataType {
        switch self {
        case .native, .custom: self
        case .list(let element, let isFrozen): .list(element.moved(to: keyspace), isFrozen: isFrozen)
        case .set(let element, let isFrozen): .set(element.moved(to: keyspace), isFrozen: isFrozen)
        case .map(let key, let value, let isFrozen):
            .map(key.moved(to: keyspace), value.moved(to: keyspace), isFrozen: isFrozen)
        case .tuple(let parts, let isFrozen): .tuple(parts.map { $0.moved(to: keyspace) }, isFrozen: isFrozen)
        case .vector(let element, let dimension): .vector(element.moved(to: keyspace), dimension: dimension)
        case .userDefined(_, let name, let isFrozen): .userDefined(keyspace: keyspace, name: name, isFrozen: isFrozen)
        }
    }
}
