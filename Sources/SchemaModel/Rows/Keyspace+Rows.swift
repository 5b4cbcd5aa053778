public import CQLSyntax

extension Keyspace {
    /// The rows that `system_schema` of a release has of the keyspace and of what is in it.
    ///
    /// - Parameter isCDCEnabled: whether the node keeps changes for consumers (`cdc_enabled`): without it the server
    ///   does not write whether a table wants that.
    public func rows(for release: CassandraRelease, isCDCEnabled: Bool = false) -> [SystemRow] {
        var rows = [row(release)]
        for type in types.values.sorted(by: { $0.name < $1.name }) { rows.append(type.row) }
        for table in tables.values.sorted(by: { $0.name < $1.name }) {
            rows += table.rows(for: release, isCDCEnabled: isCDCEnabled)
        }
        for view in views.values.sorted(by: { $0.name < $1.name }) {
            rows += view.rows(for: release, isCDCEnabled: isCDCEnabled)
        }
        for function in functions.values.sorted(by: { $0.signature < $1.signature }) { rows.append(function.row) }
        for aggregate in aggregates.values.sorted(by: { $0.signature < $1.signature }) { rows.append(aggregate.row) }
        return rows
    }

    private func row(_ release: CassandraRelease) -> SystemRow {
        var options = replication.options
        options["class"] = replication.className
        var values: [String: SystemValue] = [
            "keyspace_name": .text(name), "durable_writes": .boolean(durableWrites), "replication": .texts(options),
        ]
        if release >= .v60 { values["fast_path"] = .texts(fastPath) }
        return SystemRow("keyspaces", values)
    }
}

extension UserType {
    /// The row that `system_schema.types` has of the type.
    public var row: SystemRow {
        SystemRow(
            "types",
            [
                "keyspace_name": .text(keyspace), "type_name": .text(name),
                "field_names": .list(fields.map { .text($0.name) }),
                "field_types": .list(fields.map { .text($0.type.description) }),
            ])
    }
}
