public import CQLSyntax

extension Table {
    /// Gives a column another name.
    mutating func renameColumn(_ from: String, _ to: String) {
        for index in partitionKey.indices where partitionKey[index].name == from { partitionKey[index].name = to }
        for index in clustering.indices where clustering[index].name == from { clustering[index].name = to }
        if var column = column(from) {
            removeColumn(from)
            column.name = to
            add(column)
        }
    }

    /// Changes what does not decide a column's place; false where there is no such column.
    mutating func changeColumn(_ name: String, _ change: (inout Column) -> Void) -> Bool {
        guard var column = column(name) else { return false }
        change(&column)
        for index in partitionKey.indices where partitionKey[index].name == name { partitionKey[index] = column }
        for index in clustering.indices where clustering[index].name == name { clustering[index] = column }
        guard column.kind == .static || column.kind == .regular else { return true }
        removeColumn(name)
        add(column)
        return true
    }

    /// Gives a column its checks, which no row of `system_schema` holds.
    ///
    /// - Returns: false where there is no such column.
    public mutating func setConstraints(of name: String, _ constraints: [ColumnConstraint]) -> Bool {
        changeColumn(name) { $0.constraints = constraints }
    }

    /// Takes masks and checks from all columns: for comparing what stands in the rows of the columns alone.
    public mutating func removeMasksAndConstraints() {
        for column in columns {
            _ = changeColumn(column.name) {
                $0.mask = nil
                $0.constraints = []
            }
        }
    }
}
