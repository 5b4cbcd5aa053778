import CQLSyntax

/// Which kind each column of a new table has, COMPACT STORAGE with its hidden columns included.
struct TableLayout {
    private let statement: CreateTable
    private let partition: [String]
    private let clustering: [String]

    init(_ statement: CreateTable, partition: [String], clustering: [String]) {
        self.statement = statement
        self.partition = partition
        self.clustering = clustering
    }

    private var isCompact: Bool { statement.isCompactStorage }
    private var isDense: Bool { isCompact && !clustering.isEmpty }
    private var isCompound: Bool { !isCompact || clustering.count > 1 }
    private var isStaticCompact: Bool { !isDense && !isCompound }

    /// Refuses what the layout cannot hold; the types are those of the columns outside the key.
    func check(_ types: [String: DataType]) throws(SchemaRefusal) {
        let hasStatics = statement.columns.contains(where: \.isStatic)
        guard isCompact else {
            if clustering.isEmpty, hasStatics { throw .uselessStatic }
            return
        }
        if types.values.contains(where: \.isMultiCell) {
            throw .invalid("Non-frozen collections and UDTs are not supported with COMPACT STORAGE")
        }
        if hasStatics { throw .invalid("Static columns are not supported in COMPACT STORAGE tables") }
        if clustering.isEmpty, types.isEmpty {
            throw .invalid("No definition found that is not part of the PRIMARY KEY")
        }
        if isDense, types.count > 1 {
            throw .invalid(
                "COMPACT STORAGE with composite PRIMARY KEY allows no more than one column not part of the PRIMARY "
                    + "KEY (got: \(types.keys.sorted().joined(separator: ", ")))")
        }
    }

    func flags(isCounter: Bool) -> Set<Table.Flag> {
        var flags: Set<Table.Flag> = isCounter ? [.counter] : []
        if isDense { flags.insert(.dense) }
        if isCompound { flags.insert(.compound) }
        return flags
    }

    /// The columns with their kinds, those of the key in its order.
    func columns(_ columns: [String: Column], isCounter: Bool) -> [Column] {
        var result: [Column] = []
        for name in partition {
            guard var column = columns[name] else { continue }
            column.kind = .partitionKey
            result.append(column)
        }
        for name in clustering {
            guard var column = columns[name] else { continue }
            column.kind = .clustering
            let order = statement.clusteringOrder.last { $0.column.text == name }
            column.order = order?.isDescending == true ? .descending : .ascending
            result.append(column)
        }
        for (name, column) in columns where !partition.contains(name) && !clustering.contains(name) {
            var column = column
            if isStaticCompact { column.kind = .static }
            result.append(column)
        }
        return result + hidden(beside: result, isCounter: isCounter)
    }

    /// The columns that the server adds so that a table with COMPACT STORAGE has a clustering column and a value.
    private func hidden(beside columns: [Column], isCounter: Bool) -> [Column] {
        var used = Set(columns.map(\.name))
        func free(_ base: String, from first: Int) -> String {
            var number = first
            while true {
                let name = number == 0 ? base : "\(base)\(number)"
                if used.insert(name).inserted { return name }
                number += 1
            }
        }
        if isStaticCompact {
            let clustering = Column(free("column", from: 1), .native(.text), .clustering)
            return [clustering, Column(free("value", from: 0), .native(isCounter ? .counter : .blob))]
        }
        guard isDense, !columns.contains(where: { $0.kind == .regular }) else { return [] }
        return [Column(free("value", from: 0), .native(.empty))]
    }
}

extension SchemaRefusal {
    static let uselessStatic = SchemaRefusal.invalid(
        "Static columns are only useful (and thus allowed) if the table has at least one clustering column")
}
