public import CQLSyntax
import FoundationEssentials

extension Catalogue {
    /// Reads a catalogue from the rows of `system_schema`, in any order; rows of tables that it has no place for
    /// are passed over.
    ///
    /// A release does not keep everything there: what stands in no row has its default.
    public init(rows: [SystemRow], release: CassandraRelease) throws(SystemRowError) {
        self.init()
        var types = TypeTexts()
        var columns: [TableName: [(position: Int32, column: Column)]] = [:]
        for row in rows {
            let reader = RowReader(row)
            switch row.table {
            case "keyspaces": try read(keyspace: reader)
            case "columns":
                let name = TableName(try reader.text("keyspace_name"), try reader.text("table_name"))
                columns[name, default: []].append(try Self.column(reader, name.keyspace, &types))
            default: break
            }
        }
        for row in rows where row.table == "types" { try read(type: RowReader(row), &types) }
        for row in rows where row.table == "tables" {
            let reader = RowReader(row)
            let name = TableName(try reader.text("keyspace_name"), try reader.text("table_name"))
            let sorted = (columns[name] ?? []).sorted { $0.position < $1.position }.map(\.column)
            guard case .uuid(let id) = row.values["id"] else { throw reader.error("id", "uuid") }
            guard case .set(let flags) = row.values["flags"] else { throw reader.error("flags", "set of texts") }
            keyspaces[name.keyspace]?.tables[name.table] = Table(
                id: id, keyspace: name.keyspace, name: name.table, columns: sorted,
                options: try TableOptions(reader, release), flags: Set(flags.compactMap(Table.Flag.init)))
        }
        for row in rows where row.table == "views" {
            let reader = RowReader(row)
            let name = TableName(try reader.text("keyspace_name"), try reader.text("view_name"))
            let sorted = (columns[name] ?? []).sorted { $0.position < $1.position }.map(\.column)
            keyspaces[name.keyspace]?.views[name.table] = try MaterializedView(reader, columns: sorted, release)
        }
        for row in rows {
            let reader = RowReader(row)
            switch row.table {
            case "functions":
                let function = try UserFunction(reader, &types)
                keyspaces[function.keyspace]?.functions[function.signature] = function
            case "aggregates":
                let aggregate = try UserAggregate(reader, &types)
                keyspaces[aggregate.keyspace]?.aggregates[aggregate.signature] = aggregate
            case "triggers": try read(trigger: reader)
            case "column_masks": try read(mask: reader)
            default: break
            }
        }
        for row in rows where row.table == "dropped_columns" { try read(dropped: RowReader(row), &types) }
        for row in rows where row.table == "indexes" { try read(index: RowReader(row)) }
    }

    private mutating func read(keyspace reader: RowReader) throws(SystemRowError) {
        let name = try reader.text("keyspace_name")
        guard var options = try reader.map("replication") else { throw reader.error("replication", "map of texts") }
        let className = options.removeValue(forKey: "class") ?? ""
        var keyspace = Keyspace(
            name: name, replication: Replication(className: className, options: options),
            durableWrites: try reader.boolean("durable_writes") ?? true)
        if let fastPath = try reader.map("fast_path") { keyspace.fastPath = fastPath }
        keyspaces[name] = keyspace
    }

    private mutating func read(type reader: RowReader, _ types: inout TypeTexts) throws(SystemRowError) {
        let keyspace = try reader.text("keyspace_name")
        let name = try reader.text("type_name")
        let names = try reader.texts("field_names")
        let texts = try reader.texts("field_types")
        guard names.count == texts.count else { throw reader.error("field_types", "type for each field") }
        var fields: [UserType.Field] = []
        for (name, text) in zip(names, texts) {
            guard let type = types.type(text, keyspace) else { throw reader.error("field_types", "readable type") }
            fields.append(.init(name, type))
        }
        keyspaces[keyspace]?.types[name] = UserType(keyspace: keyspace, name: name, fields: fields)
    }

    private static func column(
        _ reader: RowReader, _ keyspace: String, _ types: inout TypeTexts
    ) throws(SystemRowError) -> (position: Int32, column: Column) {
        guard let type = types.type(try reader.text("type"), keyspace) else {
            throw reader.error("type", "readable type")
        }
        let column = Column(
            try reader.text("column_name"), type, try reader.named("kind", Column.Kind.self),
            order: try reader.named("clustering_order", Column.Order.self))
        return (try reader.int("position") ?? -1, column)
    }

    private mutating func read(dropped reader: RowReader, _ types: inout TypeTexts) throws(SystemRowError) {
        let keyspace = try reader.text("keyspace_name")
        let name = try reader.text("column_name")
        guard let type = types.type(try reader.text("type"), keyspace) else {
            throw reader.error("type", "readable type")
        }
        guard case .timestamp(let milliseconds) = reader.row.values["dropped_time"] else {
            throw reader.error("dropped_time", "timestamp")
        }
        let (microseconds, isTooLate) = milliseconds.multipliedReportingOverflow(by: 1000)
        let kind = try reader.optionalText("kind").flatMap(Column.Kind.init) ?? .regular
        keyspaces[keyspace]?.tables[try reader.text("table_name")]?.dropped[name] = DroppedColumn(
            name: name, kind: kind, type: type, time: isTooLate ? .max : microseconds)
    }

    private mutating func read(trigger reader: RowReader) throws(SystemRowError) {
        let table = try reader.text("table_name")
        let name = try reader.text("trigger_name")
        let className = try reader.map("options")?["class"] ?? ""
        keyspaces[try reader.text("keyspace_name")]?.tables[table]?.triggers[name] = className
    }

    private mutating func read(mask reader: RowReader) throws(SystemRowError) {
        let keyspace = try reader.text("keyspace_name")
        let table = try reader.text("table_name")
        let column = try reader.text("column_name")
        let mask = try FunctionCall(mask: reader)
        if keyspaces[keyspace]?.tables[table]?.changeColumn(column, { $0.mask = mask }) == nil {
            _ = keyspaces[keyspace]?.views[table]?.table.changeColumn(column) { $0.mask = mask }
        }
    }

    private mutating func read(index reader: RowReader) throws(SystemRowError) {
        var options = try reader.map("options") ?? [:]
        let name = try reader.text("index_name")
        let target = options.removeValue(forKey: "target") ?? ""
        let className = options.removeValue(forKey: "class_name")
        let table = try reader.text("table_name")
        keyspaces[try reader.text("keyspace_name")]?.tables[table]?.indexes[name] = Index(
            name: name, kind: try reader.named("kind", Index.Kind.self), target: target, className: className,
            options: options)
    }
}

private struct TableName: Hashable {
    let keyspace: String
    let table: String

    init(_ keyspace: String, _ table: String) {
        self.keyspace = keyspace
        self.table = table
    }
}
