public import CQLSyntax

extension Table {
    /// The rows that `system_schema` of a release has of the table, its columns and its indexes.
    public func rows(for release: CassandraRelease, isCDCEnabled: Bool = false) -> [SystemRow] {
        var values = names
        values["id"] = .uuid(id)
        values["flags"] = .set(Set(flags.map(\.rawValue)))
        values.merge(options.values(for: release, isCDCEnabled: isCDCEnabled)) { $1 }
        var rows = [SystemRow("tables", values)]
        rows += columnRows(for: release)
        for column in dropped.values.sorted(by: { $0.name < $1.name }) { rows.append(row(of: column)) }
        for index in indexes.values.sorted(by: { $0.name < $1.name }) { rows.append(row(of: index)) }
        for (trigger, className) in triggers.sorted(by: { $0.key < $1.key }) {
            var values = names
            values["trigger_name"] = .text(trigger)
            values["options"] = .texts(["class": className])
            rows.append(SystemRow("triggers", values))
        }
        return rows
    }

    /// The rows of the columns, and from 5.0 on of their masks.
    func columnRows(for release: CassandraRelease) -> [SystemRow] {
        var rows: [SystemRow] = []
        for (position, column) in partitionKey.enumerated() { rows.append(row(of: column, at: Int32(position))) }
        for (position, column) in clustering.enumerated() { rows.append(row(of: column, at: Int32(position))) }
        for column in statics + regulars { rows.append(row(of: column, at: -1)) }
        guard release >= .v50 else { return rows }
        for column in columns {
            guard let mask = column.mask else { continue }
            rows.append(SystemRow("column_masks", names.merging(mask.values(of: column)) { $1 }))
        }
        return rows
    }

    private var names: [String: SystemValue] { ["keyspace_name": .text(keyspace), "table_name": .text(name)] }

    private func row(of column: Column, at position: Int32) -> SystemRow {
        var values = names
        values["column_name"] = .text(column.name)
        values["column_name_bytes"] = .blob(Array(column.name.utf8))
        values["kind"] = .text(column.kind.rawValue)
        values["position"] = .int(position)
        values["clustering_order"] = .text(column.order.rawValue)
        values["type"] = .text(column.type.description)
        return SystemRow("columns", values)
    }

    private func row(of column: DroppedColumn) -> SystemRow {
        var values = names
        values["column_name"] = .text(column.name)
        values["kind"] = .text(column.kind.rawValue)
        values["type"] = .text(column.type.description)
        // The server keeps milliseconds alone.
        values["dropped_time"] = .timestamp(column.time.dividedRoundingDown(by: 1000))
        return SystemRow("dropped_columns", values)
    }

    private func row(of index: Index) -> SystemRow {
        var values = names
        values["index_name"] = .text(index.name)
        values["kind"] = .text(index.kind.rawValue)
        values["options"] = .texts(index.allOptions)
        return SystemRow("indexes", values)
    }
}

extension Index {
    /// The options with the target and the class, as `system_schema` keeps them.
    var allOptions: [String: String] {
        var all = options
        all["target"] = target
        all["class_name"] = className
        return all
    }
}

extension Int64 {
    fileprivate func dividedRoundingDown(by divisor: Int64) -> Int64 {
        let quotient = self / divisor
        return self % divisor < 0 ? quotient - 1 : quotient
    }
}
