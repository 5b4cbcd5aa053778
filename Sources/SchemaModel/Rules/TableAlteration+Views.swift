extension TableAlteration {
    /// A view after its table was altered: new columns come to views of all columns, new names and masks to all.
    func following(_ view: MaterializedView, from before: Table, to after: Table) -> MaterializedView {
        var view = view
        let gone = before.primaryKey.map(\.name)
        let come = after.primaryKey.map(\.name)
        // The order of a key does not change: what is renamed keeps its place. Two names that change at once may be each
        // other's, so that no name is taken for one that is still to change.
        let renamed = zip(gone, come).filter { $0 != $1 }
        for (from, _) in renamed { view.renameColumn(from, "\(from)\0") }
        for (from, to) in renamed { view.renameColumn("\(from)\0", to) }
        for column in after.regulars where before.column(column.name) == nil && view.includesAllColumns {
            var column = column
            column.constraints = []
            view.table.add(column)
        }
        for column in after.columns where column.mask != view.table.column(column.name)?.mask {
            _ = view.table.changeColumn(column.name) { $0.mask = column.mask }
        }
        return view
    }
}
