import CQLSyntax
import CQLWire

/// Conditional writes to one partition, and what their conditions read (`CQL3CasRequest`).
struct CasRequest: Sendable {
    /// The conditions of a write, for a row or, without a clustering, for the static columns.
    struct Entry: Sendable {
        let clustering: [[UInt8]]?
        let condition: PreparedCondition
        let evaluator: TermEvaluator
    }

    let table: TableShape
    let key: [UInt8]
    private(set) var entries: [Entry] = []
    let isBatch: Bool
    /// Whether IF [NOT] EXISTS shows static columns, and others: only if one of the writes writes such columns.
    private var showsStatics = false
    private var showsRegulars = false

    init(table: TableShape, key: [UInt8], isBatch: Bool) {
        self.table = table
        self.key = key
        self.isBatch = isBatch
    }

    /// Takes the conditions of another write.
    mutating func add(_ modification: Modification, _ evaluator: inout TermEvaluator) throws(ServerError) {
        showsStatics = showsStatics || modification.operations.contains { $0.column.isStatic }
        showsRegulars = showsRegulars || modification.updatesRows
        guard !modification.condition.isNone else { return }
        let slices = try modification.restrictions.slices(&evaluator)
        if let slices, slices.count > 1 {
            throw .invalid("IN on the clustering key columns is not supported with conditional \(modification.plural)")
        }
        let isStatic =
            modification.restrictions.clustering.isEmpty && !table.clustering.isEmpty
        let clustering = isStatic ? nil : slices?.first?.prefix ?? []
        if let other = entries.first(where: { $0.clustering == clustering }) {
            try checkMixture(other.condition, modification.condition)
        }
        entries.append(Entry(clustering: clustering, condition: modification.condition, evaluator: evaluator))
    }

    private func checkMixture(_ first: PreparedCondition, _ second: PreparedCondition) throws(ServerError) {
        switch (first, second) {
        case (.ifNotExists, .ifExists), (.ifExists, .ifNotExists):
            throw .invalid("Cannot mix IF EXISTS and IF NOT EXISTS conditions for the same row")
        case (.columns, .ifNotExists), (.ifNotExists, .columns):
            throw .invalid("Cannot mix IF conditions and IF NOT EXISTS for the same row")
        case (.columns, .ifExists), (.ifExists, .columns):
            throw .invalid("Cannot mix IF conditions and IF EXISTS for the same row")
        default: break
        }
    }

    /// Whether all conditions hold.
    func holds(_ partition: Partition?, at now: Int64) throws(ServerError) -> Bool {
        for entry in entries {
            let row = row(entry.clustering, partition, at: now)
            switch entry.condition {
            case .none: break
            case .ifExists: if row == nil { return false }
            case .ifNotExists: if row != nil { return false }
            case .columns(let tests):
                var evaluator = entry.evaluator
                for test in tests {
                    let content = test.column.isStatic ? partition?.staticRow : row
                    let value = content?.value(of: test.column, at: now, in: table)
                    guard try test.holds(value, &evaluator) else { return false }
                }
            }
        }
        return true
    }

    /// The row of a clustering, or the static columns, if they are there.
    private func row(_ clustering: [[UInt8]]?, _ partition: Partition?, at now: Int64) -> StoredRow? {
        guard let partition else { return nil }
        guard let clustering else {
            return partition.staticRow.isLive(at: now, in: table, isStatic: true) ? partition.staticRow : nil
        }
        guard let row = partition.row(clustering, in: table), row.isLive(at: now, in: table) else { return nil }
        return row
    }

    /// What the server answers: whether it was applied and, if not, what was there instead.
    func result(applied: Bool, _ partition: Partition?, at now: Int64) -> ResultRows {
        let flag = ColumnSpecification(keyspace: table.keyspace, table: table.name, name: "[applied]", type: .boolean)
        let plain = ResultRows(columns: [flag], rows: [[[applied ? 1 : 0]]])
        guard !applied, let partition else { return plain }
        let columns = shownColumns
        var rows: [[[UInt8]?]] = []
        for row in readRows(partition, at: now) {
            let view = RowView(table: table, partition: partition, row: row, now: now)
            rows.append([[0]] + columns.map { isRead($0) ? view.value(of: $0) : nil })
        }
        guard !rows.isEmpty else { return plain }
        let specifications = columns.map { Receiver($0, of: table).specification() }
        return ResultRows(columns: [flag] + specifications, rows: rows)
    }

    /// Whether the conditions make the server read a column (`CQL3CasRequest.columnsToRead`).
    private func isRead(_ column: ColumnShape) -> Bool {
        if column.isPrimaryKey || entries.allSatisfy({ $0.condition.columns != nil }) { return true }
        return column.isStatic ? showsStatics : showsRegulars
    }

    /// Whether the conditions make the server read static columns.
    private var readsStatics: Bool {
        if entries.contains(where: { $0.condition.columns == nil }) { return showsStatics }
        return entries.contains { ($0.condition.columns ?? []).contains(where: \.isStatic) }
    }

    private var shownColumns: [ColumnShape] {
        var columns: [ColumnShape] = isBatch ? table.partitionKey + table.clustering : []
        for entry in entries {
            guard let named = entry.condition.columns else { return table.columns }
            for column in named where !columns.contains(column) { columns.append(column) }
        }
        return columns
    }

    /// The rows that the conditions read; nil is the partition without a row.
    private func readRows(_ partition: Partition, at now: Int64) -> [Partition.Row?] {
        let wanted = entries.compactMap(\.clustering)
        let rows = partition.rows.filter { wanted.contains($0.clustering) && $0.content.isLive(at: now, in: table) }
        if !rows.isEmpty { return rows }
        // Where all conditions are on static columns, the first row is read with them.
        if wanted.isEmpty, let first = partition.rows.first(where: { $0.content.isLive(at: now, in: table) }) {
            return [first]
        }
        return readsStatics && partition.staticRow.isLive(at: now, in: table, isStatic: true) ? [nil] : []
    }
}
