import CQLSyntax

/// One change of a table (`AlterTableStatement`).
struct TableAlteration {
    let keyspace: Keyspace
    let context: SchemaContext

    private var isOld: Bool { context.release < .v40 }

    func apply(
        _ change: AlterTable.Change, _ reader: PropertyReader?, to before: Table
    ) throws(SchemaRefusal) -> Table {
        var table = before
        switch change {
        case .add(let columns, let ifNotExists): try add(columns, ifNotExists, to: &table)
        case .drop(let names, let ifExists, let timestamp): try drop(names, ifExists, timestamp, from: &table)
        case .rename(let renames, let ifExists): try rename(renames, ifExists, in: &table)
        case .alterType:
            throw .invalid(isOld ? "Altering of types is not allowed" : "Altering column types is no longer supported")
        case .mask(let name, let function, let ifExists):
            if let function, let column = table.column(name.text) {
                try MaskRules(keyspace).check(function, of: column)
            }
            guard table.changeColumn(name.text, { $0.mask = function }) || ifExists else {
                throw .invalid("Column with name '\(name.text)' doesn't exist on table '\(table.name)'")
            }
        case .check(let name, let constraints, let ifExists):
            guard table.changeColumn(name.text, { $0.constraints = constraints }) || ifExists else {
                throw .invalid("Column '\(name.text)' doesn't exist")
            }
        case .properties:
            guard let reader else { break }
            try checkGrace(reader, of: table)
            table.options = try TableOptionRules(context: context).alteredOptions(table.options, reader)
            if table.isCounter, table.options.defaultTimeToLive > 0 {
                throw .invalid("Cannot set default_time_to_live on a table with counters")
            }
        case .dropCompactStorage:
            guard context.settings.dropCompactStorage else {
                throw .invalid("DROP COMPACT STORAGE is disabled. Enable in cassandra.yaml to use.")
            }
            guard table.isCompact else {
                throw .invalid("Cannot DROP COMPACT STORAGE on table without COMPACT STORAGE")
            }
            table.flags = table.isCounter ? [.compound, .counter] : [.compound]
        }
        // 3.11 checks the whole table after each change.
        if isOld { try TableOptionRules(context: context).validate(table.options) }
        return table
    }

    /// Refuses to let a table with views forget at once what is deleted: views are told of it late.
    private func checkGrace(_ reader: PropertyReader, of table: Table) throws(SchemaRefusal) {
        guard !keyspace.views(of: table).isEmpty else { return }
        let options = try TableOptionRules(context: context).alteredOptions(table.options, reader)
        guard options.gcGraceSeconds == 0 else { return }
        throw .invalid(
            "Cannot alter gc_grace_seconds of the base table of a materialized view to 0, since this value is used to "
                + "TTL undelivered updates. Setting gc_grace_seconds too low might cause undelivered updates to expire "
                + "before being replayed.")
    }

    private func add(
        _ columns: [ColumnDefinition], _ ifNotExists: Bool, to table: inout Table
    ) throws(SchemaRefusal) {
        if isOld, table.isCompact { throw .compactAdd }
        for definition in columns { try add(definition, ifNotExists, to: &table) }
        // The server looks at the whole table once all columns are there: options that an earlier ALTER was allowed to
        // set are refused now.
        try TableOptionRules(context: context).validate(table.options)
        for column in table.statics + table.regulars {
            let name = column.name
            switch (table.isCounter, column.type == .native(.counter)) {
            case (true, false):
                throw .configuration(
                    isOld
                        ? "Cannot add a non counter column (\(name)) in a counter column family"
                        : "\(table.keyspace).\(table.name): Cannot have a non counter column (\"\(name)\") in a "
                            + "counter table")
            case (false, true):
                throw .configuration(
                    isOld
                        ? "Cannot add a counter column (\(name)) in a non counter column family"
                        : "\(table.keyspace).\(table.name): Cannot have a counter column (\"\(name)\") in a non "
                            + "counter table")
            default: break
            }
        }
    }

    private func add(
        _ definition: ColumnDefinition, _ ifNotExists: Bool, to table: inout Table
    ) throws(SchemaRefusal) {
        let name = definition.name.text
        let type = try TypeResolver(keyspace: keyspace.name, types: keyspace.types).resolve(definition.type)
        if isOld, definition.isStatic, table.clustering.isEmpty { throw .uselessStatic }
        if let existing = table.column(name) {
            if ifNotExists { return }
            let isKey = existing.kind == .partitionKey || existing.kind == .clustering
            throw .invalid(
                isOld
                    ? "Invalid column name \(name) because it conflicts with "
                        + (isKey ? "a PRIMARY KEY part" : "an existing column")
                    : "Column with name '\(name)' already exists")
        }
        if table.isCompact { throw .compactAdd }
        if definition.isStatic, table.clustering.isEmpty { throw .uselessStatic }
        if !isOld, keyspace.hasNestedCollection(type) {
            throw .invalid(
                "Non-frozen UDTs with nested non-frozen collections are not supported for column \(name)")
        }
        let kind: Column.Kind = definition.isStatic ? .static : .regular
        if let dropped = table.dropped[name] {
            try checkReturn(name, type, kind, of: dropped, in: table)
        }
        table.add(Column(name, type, kind, mask: definition.mask, constraints: definition.constraints))
    }

    /// Refuses a column whose old cells could not be told from new ones.
    private func checkReturn(
        _ name: String, _ type: DataType, _ kind: Column.Kind, of dropped: DroppedColumn, in table: Table
    ) throws(SchemaRefusal) {
        let start = "Cannot re-add previously dropped column '\(name)' of"
        func checkKind() throws(SchemaRefusal) {
            guard dropped.kind != kind else { return }
            throw .invalid(
                "\(start) kind \(kind.rawValue.uppercased()), incompatible with previous kind "
                    + dropped.kind.rawValue.uppercased())
        }
        if isOld { try checkKind() }
        guard TypeCompatibility(types: keyspace.types).canRead(type, cellsOf: dropped.type) else {
            throw .invalid(
                context.release < .v50
                    ? "\(start) type \(type), incompatible with previous type \(dropped.type)"
                    : "Cannot add a column '\(name)' of type \(type), incompatible with previously dropped column "
                        + "'\(name)' of type \(dropped.type)")
        }
        try checkKind()
        if table.isCounter { throw .invalid("Cannot re-add previously dropped counter column \(name)") }
    }

    private func drop(
        _ names: [Name], _ ifExists: Bool, _ timestamp: Constant?, from table: inout Table
    ) throws(SchemaRefusal) {
        let shown = isOld ? table.name : "'\(SchemaName.quoted(table.keyspace, table.name))'"
        if isOld, table.isCompact { throw .invalid("Cannot drop columns from a non-CQL3 table") }
        for name in names.map(\.text) {
            guard let column = table.column(name) else {
                if ifExists { continue }
                throw .invalid("Column \(name) was not found in table \(shown)")
            }
            if column.kind == .partitionKey || column.kind == .clustering {
                throw .invalid("Cannot drop PRIMARY KEY \(isOld ? "part" : "column") \(name)")
            }
            if !isOld, case .userDefined(_, _, false) = column.type {
                throw .invalid("Cannot drop non-frozen column \(name) of user type \(column.type)")
            }
            try checkIndexes(on: name, in: table, "drop")
            if !keyspace.views(of: table).isEmpty {
                throw .invalid(
                    "Cannot drop column \(name) on base table \(table.name) with materialized views\(isOld ? "." : "")")
            }
            table.removeColumn(name)
            table.dropped[name] = DroppedColumn(
                name: name, kind: column.kind, type: column.type.expandingUserTypes(keyspace.types),
                time: timestamp.flatMap { Int64($0.text) } ?? context.now)
        }
    }

    private func rename(
        _ renames: [Rename], _ ifExists: Bool, in table: inout Table
    ) throws(SchemaRefusal) {
        let shown = SchemaName.quoted(table.keyspace, table.name)
        let start = table
        for rename in renames {
            // From 4.0 on each renaming looks at the table as it was before all of them.
            let before = isOld ? table : start
            let (from, to) = (rename.from.text, rename.to.text)
            // IF EXISTS does not help: the server looks the column up with a method that throws.
            guard let column = before.column(from) else {
                throw .invalid(
                    isOld
                        ? "Cannot rename unknown column \(from) in keyspace \(table.name)"
                        : "Undefined column name \(CQLIdentifier.quoted(from)) in table \(shown)")
            }
            let isKey = column.kind == .partitionKey || column.kind == .clustering
            if isOld { try checkFree(to, for: from, in: before) }
            // 3.11 lets the one value of a table with COMPACT STORAGE have another name.
            guard isKey || (isOld && table.flags.contains(.dense)) else {
                throw .invalid("Cannot rename non PRIMARY KEY \(isOld ? "part" : "column") \(from)")
            }
            if !isOld { try checkFree(to, for: from, in: before) }
            try checkIndexes(on: from, in: table, "rename")
            table.renameColumn(from, to)
        }
    }

    private func checkFree(_ to: String, for from: String, in table: Table) throws(SchemaRefusal) {
        guard table.column(to) != nil else { return }
        throw .invalid(
            isOld
                ? "Cannot rename column \(from) to \(to) in keyspace \(table.name); another column of that name "
                    + "already exist"
                : "Cannot rename column \(from) to \(to) in table '\(SchemaName.quoted(table.keyspace, table.name))'; "
                    + "another column with that name already exists")
    }

    private func checkIndexes(on column: String, in table: Table, _ verb: String) throws(SchemaRefusal) {
        let names = table.indexes.values.filter { $0.columns.contains(column) }.map(\.name).sorted()
        guard !names.isEmpty else { return }
        // 4.0 to 5.0 say it in another way of renaming.
        let start = verb == "rename" && !isOld && context.release < .v60 ? "Can't" : "Cannot"
        throw .invalid(
            "\(start) \(verb) column \(column) because it has dependent secondary indexes "
                + "(\(names.joined(separator: isOld ? "," : ", ")))")
    }
}

extension SchemaRefusal {
    static let compactAdd = SchemaRefusal.invalid("Cannot add new column to a COMPACT STORAGE table")
}
