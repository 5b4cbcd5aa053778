import CQLSyntax

extension MaterializedView {
    /// The rows that `system_schema` of a release has of the view and its columns.
    func rows(for release: CassandraRelease, isCDCEnabled: Bool) -> [SystemRow] {
        var values = table.options.values(for: release, isCDCEnabled: isCDCEnabled)
        values["keyspace_name"] = .text(table.keyspace)
        values["view_name"] = .text(name)
        values["id"] = .uuid(table.id)
        values["base_table_id"] = .uuid(baseID)
        values["base_table_name"] = .text(baseName)
        values["include_all_columns"] = .boolean(includesAllColumns)
        values["where_clause"] = .text(whereText)
        return [SystemRow("views", values)] + table.columnRows(for: release)
    }

    /// Reads a row of `system_schema.views`; the columns stand in rows of their own.
    init(_ reader: RowReader, columns: [Column], _ release: CassandraRelease) throws(SystemRowError) {
        guard case .uuid(let id) = reader.row.values["id"] else { throw reader.error("id", "uuid") }
        guard case .uuid(let base) = reader.row.values["base_table_id"] else {
            throw reader.error("base_table_id", "uuid")
        }
        guard let relations = Self.relations(try reader.text("where_clause")) else {
            throw reader.error("where_clause", "readable WHERE clause")
        }
        self.init(
            table: Table(
                id: id, keyspace: try reader.text("keyspace_name"), name: try reader.text("view_name"),
                columns: columns, options: try TableOptions(reader, release)),
            baseID: base, baseName: try reader.text("base_table_name"),
            includesAllColumns: try reader.boolean("include_all_columns") ?? false, relations: relations)
    }

    /// What stands in a WHERE clause; nil where it cannot be read.
    private static func relations(_ text: String) -> [Relation]? {
        // IS NOT NULL is read in views alone.
        let statement = "CREATE MATERIALIZED VIEW v AS SELECT * FROM t WHERE \(text) PRIMARY KEY (k)"
        guard case .createView(let view) = try? StatementTree(parsing: statement) else { return nil }
        return view.relations
    }
}
