import CQLSyntax
import FoundationEssentials

/// `CREATE TABLE` as DESCRIBE writes it (`TableMetadata.appendCqlTo`).
struct TableDescription {
    let table: Table
    let release: CassandraRelease
    let withInternals: Bool
    /// Whether it is to be run: a table with COMPACT STORAGE is a statement like any other then, and not a remark, and
    /// names are quoted where DESCRIBE forgets to.
    var isScript = false
    /// Whether options are left out that have the value which the release gives them anyway.
    var omitsDefaults = false

    private var name: String { SchemaName.quoted(table.keyspace, table.name) }

    /// Whether the key is one column, and so stands beside it.
    private var hasInlineKey: Bool { table.partitionKey.count == 1 && table.clustering.isEmpty }

    private var isStaticCompact: Bool { table.isCompact && table.flags.isDisjoint(with: [.dense, .compound, .super]) }

    var text: String {
        if table.isVirtual { return virtualText }
        guard table.isCompact, !isScript else { return body("CREATE") + drops + comment }
        return """
            /*
            Warning: Table \(name) omitted because it has constructs not compatible with CQL (was created via legacy API).
            Approximate structure, for reference:
            (this should not be used to reproduce this schema)

            \(body("CREATE"))\(drops)
            */
            """ + comment
    }

    private var virtualText: String {
        """
        /*
        Warning: Table \(name) is a virtual table and cannot be recreated with CQL.
        Structure, for reference:
        \(body("VIRTUAL"))
        */
        """
    }

    private func body(_ verb: String) -> String {
        let start = "\(verb) TABLE \(name) (\n\(lines.joined(separator: ",\n"))\n)"
        let options = options
        return options.isEmpty ? "\(start);" : "\(start) WITH \(options.joined(separator: "\n    AND "));"
    }

    private var lines: [String] {
        let hidden = withInternals ? Set(table.dropped.keys) : []
        var lines = shownColumns.filter { !hidden.contains($0.name) }.map { column in
            "    " + definition(of: column) + (hasInlineKey && column.kind == .partitionKey ? " PRIMARY KEY" : "")
        }
        if withInternals { lines += droppedInOrder.map { "    " + definition(of: $0) } }
        if !hasInlineKey { lines.append("    \(primaryKey)") }
        return lines
    }

    /// The columns without those that the server adds to a table with COMPACT STORAGE.
    private var shownColumns: [Column] {
        guard table.isCompact else { return table.columns }
        if isStaticCompact { return table.partitionKey + table.statics }
        return table.columns.filter { $0.type != .native(.empty) }
    }

    private var primaryKey: String {
        let partition = table.partitionKey.map { CQLIdentifier.quoted($0.name) }
        let clustering = isStaticCompact ? [] : table.clustering.map { CQLIdentifier.quoted($0.name) }
        let first = partition.count == 1 ? partition[0] : "(\(partition.joined(separator: ", ")))"
        return "PRIMARY KEY (\(([first] + clustering).joined(separator: ", ")))"
    }

    private func definition(of column: Column) -> String {
        ColumnText.definition(
            of: column, isStatic: column.kind == .static && !isStaticCompact, isScript ? .quoted : .bare)
    }

    private func definition(of column: DroppedColumn) -> String {
        "\(CQLIdentifier.quoted(column.name)) \(column.type)" + (column.kind == .static ? " static" : "")
    }

    private var options: [String] {
        var options: [String] = []
        if table.isCompact { options.append("COMPACT STORAGE") }
        if withInternals { options.append("ID = \(idText)") }
        // Before 6.0 the order tells of the hidden clustering column as well.
        let isOrderKnown = omitsDefaults && table.clustering.allSatisfy { $0.order == .ascending }
        if !table.clustering.isEmpty, !isStaticCompact || release < .v60 && !isScript, !table.isVirtual, !isOrderKnown {
            let order = table.clustering.map { column in
                "\(CQLIdentifier.quoted(column.name)) \(column.order == .descending ? "DESC" : "ASC")"
            }
            options.append("CLUSTERING ORDER BY (\(order.joined(separator: ", ")))")
        }
        if table.isVirtual { return options + ["comment = \(CQLText.string(table.options.comment))"] }
        let defaults = TableOptions(for: release)
        return options
            + zip(table.options.entries(for: release), defaults.entries(for: release)).filter { entry, usual in
                // What the chance is for which nothing is said depends on the strategy of compaction.
                let isUsual = entry.name != "bloom_filter_fp_chance" || table.options.compaction == defaults.compaction
                return !omitsDefaults || entry.text != usual.text || !isUsual
            }.map { entry, _ in "\(entry.name) = \(entry.text)" }
    }

    /// The id; 6.0 writes those that it counts in short where the table has COMPACT STORAGE.
    private var idText: String {
        let text = table.id.uuidString.lowercased()
        guard release >= .v60, table.isCompact, text.hasPrefix("1b255f4d-ef25-40a6-"),
            let number = UInt64(text.filter { $0 != "-" }.suffix(16), radix: 16)
        else { return text }
        return "tid:\(String(number, radix: 16))"
    }

    /// The dropped columns in the order of the server's hash map of their names' bytes.
    ///
    /// How wide that map is depends on the statements that filled it; taken is what it is after one more of them.
    private var droppedInOrder: [DroppedColumn] {
        var capacity = 4
        while capacity * 3 < table.dropped.count * 4 + 3 { capacity *= 2 }
        func bucket(_ column: DroppedColumn) -> UInt32 {
            // `ByteBuffer.hashCode`: from the last byte to the first, each with its sign.
            let hash = column.name.utf8.reversed().reduce(UInt32(1)) { hash, byte in
                hash &* 31 &+ UInt32(bitPattern: Int32(Int8(bitPattern: byte)))
            }
            return (hash ^ (hash >> 16)) & UInt32(capacity - 1)
        }
        return table.dropped.values.sorted { left, right in
            let buckets = (bucket(left), bucket(right))
            if buckets.0 != buckets.1 { return buckets.0 < buckets.1 }
            return left.time == right.time ? left.name < right.name : left.time < right.time
        }
    }

    private var drops: String {
        guard withInternals else { return "" }
        return droppedInOrder.map { column in
            let quoted = CQLIdentifier.quoted(column.name)
            var text = "\nALTER TABLE \(name) DROP \(quoted) USING TIMESTAMP \(column.time);"
            if let again = table.column(column.name) {
                text += "\nALTER TABLE \(name) ADD \(definition(of: again));"
            }
            return text
        }.joined()
    }

    /// 6.0 says comments in statements of their own as well.
    private var comment: String {
        guard release >= .v60, !isScript, !table.options.comment.isEmpty else { return "" }
        return "\nCOMMENT ON TABLE \(name) IS \(CQLText.string(table.options.comment));"
    }
}
