import CQLSyntax

/// A column that an index is made on, and what of it (`IndexTarget`).
struct IndexTarget {
    enum Kind: String {
        case simple = ""
        case values, keys, entries, full
    }

    let column: String
    let kind: Kind

    /// The target as `system_schema` keeps it.
    var text: String {
        let column = CQLIdentifier.quoted(column)
        return kind == .simple ? column : "\(kind.rawValue)(\(column))"
    }
}

/// What an index can be made on (`CreateIndexStatement.validateIndexTarget`).
struct IndexTargetRules {
    let context: SchemaContext
    let keyspace: Keyspace
    let table: Table

    private var isOld: Bool { context.release < .v40 }

    func targets(
        _ statement: CreateIndex, isCustom: Bool, isStorageAttached: Bool
    ) throws(SchemaRefusal) -> [IndexTarget] {
        if table.isCounter {
            throw .invalid(
                isOld
                    ? "Secondary indexes are not supported on counter tables"
                    : "Secondary indexes on counter tables aren't supported")
        }
        if isOld, table.isCompact, !table.clustering.isEmpty, table.flags.contains(.dense) {
            throw .invalid(
                "Secondary indexes are not supported on COMPACT STORAGE tables that have clustering columns")
        }
        var targets: [IndexTarget] = []
        for target in statement.targets { targets.append(try prepare(target)) }
        if targets.isEmpty, !isCustom {
            throw .invalid("Only CUSTOM indexes can be created without specifying a target column")
        }
        if targets.count > 1 {
            guard isCustom else { throw .invalid("Only CUSTOM indexes support multiple columns") }
            var seen: Set<String> = []
            for target in targets where !seen.insert(target.column).inserted {
                throw .invalid(
                    isOld
                        ? "Duplicate column \(target.column) in index target list"
                        : "Duplicate column '\(target.column)' in index target list")
            }
        }
        for target in targets { try check(target, isCustom, isStorageAttached) }
        return targets
    }

    private func prepare(_ target: CreateIndex.Target) throws(SchemaRefusal) -> IndexTarget {
        let (name, kind): (Name, IndexTarget.Kind) =
            switch target {
            case .column(let name): (name, .simple)
            case .values(let name): (name, .values)
            case .keys(let name): (name, .keys)
            case .entries(let name): (name, .entries)
            case .full(let name): (name, .full)
            }
        guard let column = table.column(name.text) else {
            let shown = CQLIdentifier.quoted(name.text)
            throw .invalid(
                isOld
                    ? "Undefined column name \(shown)"
                    : "Undefined column name \(shown) in table \(SchemaName.quoted(table.keyspace, table.name))")
        }
        return IndexTarget(column: column.name, kind: kind == .simple && column.type.isCollection ? .values : kind)
    }

    private func check(
        _ target: IndexTarget, _ isCustom: Bool, _ isStorageAttached: Bool
    ) throws(SchemaRefusal) {
        guard let column = table.column(target.column) else { return }
        if context.release >= .v50, isCustom { try checkName(column.name) }
        try checkDuration(column)
        if table.isCompact {
            if column.kind == .partitionKey || column.kind == .clustering {
                throw .invalid(
                    "Secondary indexes are not supported on PRIMARY KEY columns in COMPACT STORAGE tables")
            }
            if column.name == table.regulars.first?.name {
                throw .invalid(
                    "Secondary indexes are not supported on compact value column of COMPACT STORAGE tables")
            }
        }
        if column.kind == .partitionKey, table.partitionKey.count == 1 {
            throw .invalid(
                isOld
                    ? "Cannot create secondary index on partition key column \(column.name)"
                    : "Cannot create secondary index on the only partition key column \(column.name)")
        }
        if context.release >= .v60 {
            try checkKindNew(target, column, isStorageAttached)
        } else {
            try checkKind(target, column)
        }
        if case .userDefined(_, _, false) = column.type {
            throw .invalid(
                isOld
                    ? "Secondary indexes are not supported on non-frozen UDTs"
                    : "Cannot create index on non-frozen UDT column \(column.name)")
        }
    }

    private func checkName(_ name: String) throws(SchemaRefusal) {
        guard SchemaName.isWord(name) else {
            throw .invalid("Column '\(name)' contains non-alphanumeric-underscore characters")
        }
        guard name.utf16.count <= 48 else {
            throw .invalid("Column '\(name)' is longer than the permissible name length of 48 characters")
        }
    }

    private func checkDuration(_ column: Column) throws(SchemaRefusal) {
        guard keyspace.containsDuration(column.type) else { return }
        let kind =
            switch column.type {
            case .list, .set, .map: "collections containing durations"
            case .tuple: "tuples containing durations"
            case .userDefined: "UDTs containing durations"
            case .native, .vector, .custom: "duration columns"
            }
        throw .invalid("Secondary indexes are not supported on \(kind)")
    }

    private func checkKind(_ target: IndexTarget, _ column: Column) throws(SchemaRefusal) {
        let isFrozen = column.type.isCollection && !column.type.isMultiCell
        if isFrozen, target.kind != .full { throw frozenColumn(target, column) }
        if isOld, isFrozen { return }
        if !isFrozen, target.kind == .full {
            throw .invalid("full() indexes can only be created on frozen collections")
        }
        if !column.type.isCollection, target.kind != .simple { throw simpleOnly(target, column) }
        var isMap = false
        if case .map(_, _, false) = column.type { isMap = true }
        if !isMap, target.kind == .keys || target.kind == .entries { throw nonMap(target, column) }
    }

    /// From 6.0 on storage-attached indexes know frozen collections as well.
    private func checkKindNew(
        _ target: IndexTarget, _ column: Column, _ isStorageAttached: Bool
    ) throws(SchemaRefusal) {
        let isFrozen = column.type.isCollection && !column.type.isMultiCell
        if target.kind == .full, !isStorageAttached, !isFrozen {
            throw .invalid("full() non-SAI indexes can only be created on frozen collections")
        }
        if !column.type.isCollection, target.kind != .simple { throw simpleOnly(target, column) }
        if !isStorageAttached, isFrozen, target.kind != .full { throw frozenColumn(target, column) }
        var isMap = false
        if case .map = column.type { isMap = true }
        if !isMap, target.kind == .keys || target.kind == .entries { throw nonMap(target, column) }
        if column.kind == .clustering, isMap, isFrozen, target.kind == .entries {
            throw .invalid(
                "Cannot create ENTRIES index on frozen map clustering column '\(column.name)'. Map entry predicates "
                    + "(column[key] = value) are not supported on clustering columns. Use FULL, KEYS, or VALUES index "
                    + "instead.")
        }
    }

    private func frozenColumn(_ target: IndexTarget, _ column: Column) -> SchemaRefusal {
        .invalid(
            isOld
                ? "Cannot create \(target.kind.rawValue)() index on frozen column \(column.name). Frozen collections "
                    + "only support full() indexes"
                : "Cannot create \(target.kind.rawValue)() index on frozen column \(column.name). Frozen collections "
                    + "are immutable and must be fully indexed by using the 'full(\(column.name))' modifier")
    }

    private func simpleOnly(_ target: IndexTarget, _ column: Column) -> SchemaRefusal {
        .invalid(
            "Cannot create \(target.kind.rawValue)() index on \(column.name). Non-collection columns "
                + (isOld ? "support only simple indexes" : "only support simple indexes"))
    }

    private func nonMap(_ target: IndexTarget, _ column: Column) -> SchemaRefusal {
        .invalid("Cannot create index on \(target.kind.rawValue) of column \(column.name) with non-map type")
    }
}
