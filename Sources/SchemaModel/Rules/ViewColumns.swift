import CQLSyntax

/// Which columns a view has.
struct ViewColumns {
    private let statement: CreateView
    private let base: Table

    init(_ statement: CreateView, _ base: Table) {
        self.statement = statement
        self.base = base
    }

    /// The columns of the key with what is selected besides them.
    func columns(key: [String], besides selected: Set<String>) -> [Column] {
        let partition = statement.primaryKey.partition.map(\.text)
        var columns: [Column] = []
        for name in key {
            guard var column = base.column(name) else { continue }
            if partition.contains(name) {
                column.kind = .partitionKey
                column.order = .none
            } else {
                column.kind = .clustering
                column.order = order(of: column)
            }
            column.constraints = []
            columns.append(column)
        }
        for var column in base.columns where selected.contains(column.name) && !key.contains(column.name) {
            column.kind = .regular
            column.order = .none
            column.constraints = []
            columns.append(column)
        }
        return columns
    }

    /// What the statement says, or else the order that the column has in the table.
    private func order(of column: Column) -> Column.Order {
        if let order = statement.clusteringOrder.last(where: { $0.column.text == column.name }) {
            return order.isDescending ? .descending : .ascending
        }
        return column.order == .descending ? .descending : .ascending
    }

    /// The columns outside of the table's key that relations restrict otherwise than by IS NOT NULL.
    static func restricted(by relations: [Relation], besidesKeyOf base: Table) -> [String] {
        let restricting = relations.filter { relation in
            guard case .isNotNull = relation else { return true }
            return false
        }
        let names = Set(restricting.flatMap(\.columns))
        return names.filter { name in !base.primaryKey.contains { $0.name == name } }.sorted()
    }
}
