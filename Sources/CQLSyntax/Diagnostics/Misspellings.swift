extension Diagnostic.Code {
    /// An option behind WITH that no release knows.
    public static let unknownOption = Self(rawValue: "unknown-option")
    /// A type that is none of the language's, and looks like one.
    public static let unknownType = Self(rawValue: "unknown-type")
}

extension StatementTree {
    /// Words that every parser reads and no server knows: options of keyspaces, tables and views, and types that are
    /// nearly one of the language's.
    ///
    /// A name that is a user-defined type is none of them.
    ///
    /// Their places are those of the text that the tree was read from.
    ///
    /// - Parameter types: the names of the user-defined types that there are.
    public func misspellings(types: Set<String> = []) -> [Diagnostic] {
        var finder = MisspellingFinder(types: types)
        switch self {
        case .createKeyspace(let statement): finder.check(statement.properties, Self.keyspaceOptions, "keyspace")
        case .alterKeyspace(let statement): finder.check(statement.properties, Self.keyspaceOptions, "keyspace")
        case .createTable(let statement):
            for column in statement.columns { finder.check(column.type) }
            finder.check(statement.properties, Self.tableOptions, "table")
        case .copyTable(let statement): finder.check(statement.properties, Self.tableOptions, "table")
        case .alterTable(let statement):
            switch statement.change {
            case .add(let columns, _): for column in columns { finder.check(column.type) }
            case .properties(let properties): finder.check(properties, Self.tableOptions, "table")
            default: break
            }
        case .createType(let statement): for field in statement.fields { finder.check(field.type) }
        case .alterType(let statement):
            if case .add(let field, _) = statement.change { finder.check(field.type) }
        case .createView(let statement): finder.check(statement.properties, Self.tableOptions, "view")
        case .alterView(let statement): finder.check(statement.properties, Self.tableOptions, "view")
        case .createFunction(let statement):
            for argument in statement.arguments { finder.check(argument.type) }
            finder.check(statement.returnType)
        default: break
        }
        return finder.diagnostics
    }

    private static let keyspaceOptions = ["replication", "durable_writes", "fast_path"]

    /// The options of all releases, those that later ones have lost among them.
    private static let tableOptions = [
        "additional_write_policy", "allow_auto_snapshot", "auto_repair", "bloom_filter_fp_chance", "caching", "cdc",
        "comment", "compaction", "compression", "crc_check_chance", "dclocal_read_repair_chance",
        "default_time_to_live", "extensions", "fast_path", "gc_grace_seconds", "id", "incremental_backups",
        "max_index_interval", "memtable", "memtable_flush_period_in_ms", "min_index_interval", "nodesync",
        "pending_drop", "read_repair", "read_repair_chance", "speculative_retry", "transactional_migration_from",
        "transactional_mode",
    ]
}

/// Collects words that no server knows.
private struct MisspellingFinder {
    let types: Set<String>
    private(set) var diagnostics: [Diagnostic] = []

    init(types: Set<String>) { self.types = types }

    mutating func check(_ properties: [Property], _ known: [String], _ noun: String) {
        for property in properties where !known.contains(property.name.text) {
            let near = EditDistance.nearest(to: property.name.text, among: known)
            diagnostics.append(
                Diagnostic(
                    .unknownOption,
                    "Unknown \(noun) option `\(property.name.text)`\(near.map { ", did you mean `\($0)`?" } ?? ".")",
                    range: property.name.span.range))
        }
    }

    mutating func check(_ type: TypeExpression) {
        switch type {
        case .native, .custom: break
        case .list(let element), .set(let element), .frozen(let element), .vector(let element, _): check(element)
        case .map(let key, let value):
            check(key)
            check(value)
        case .tuple(let parts): for part in parts { check(part) }
        case .userDefined(let name):
            guard name.keyspace == nil, !types.contains(name.name.text),
                let near = EditDistance.nearest(to: name.name.text, among: Self.natives)
            else { return }
            diagnostics.append(
                Diagnostic(
                    .unknownType, "There is no type `\(name.name.text)`, did you mean `\(near)`?",
                    range: name.name.span.range))
        }
    }

    private static let natives =
        NativeType.allCases.filter { $0 != .empty }.map(\.rawValue) + [
            "varchar", "list", "set", "map", "tuple", "vector",
        ]
}
