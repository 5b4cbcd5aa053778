import CQLSyntax

extension SystemTable {
    /// The tables of `system_virtual_schema` (4.0 and later).
    static let systemVirtualSchema = [
        SystemTable(
            "system_virtual_schema", "columns", since: .v40, partition: ["keyspace_name"],
            clustering: ["table_name", "column_name"],
            comment: "virtual column definitions",
            columns: [
                Columns(
                    """
                    keyspace_name text, table_name text, column_name text, clustering_order text, \
                    column_name_bytes blob, kind text, position int, type text
                    """)
            ]),
        SystemTable(
            "system_virtual_schema", "keyspaces", since: .v40, partition: ["keyspace_name"],
            comment: "virtual keyspace definitions",
            columns: [
                Columns(
                    """
                    keyspace_name text
                    """)
            ]),
        SystemTable(
            "system_virtual_schema", "tables", since: .v40, partition: ["keyspace_name"], clustering: ["table_name"],
            comment: "virtual table definitions",
            columns: [
                Columns(
                    """
                    keyspace_name text, table_name text, comment text
                    """)
            ]),
    ]
}
