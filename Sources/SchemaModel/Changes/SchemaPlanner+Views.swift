import CQLSyntax

extension SchemaPlanner {
    /// Drops the views that the goal has not, and those that are in the way of their table: no column can be dropped
    /// under a view.
    mutating func dropViews() {
        for view in start.views.values.sorted(by: { $0.name < $1.name }) {
            let isGone = goal.views[view.name] == nil
            guard isGone || losesColumns(view.baseName) else { continue }
            drop(view, isMadeAnew: !isGone)
        }
    }

    private mutating func drop(_ view: MaterializedView, isMadeAnew: Bool) {
        run(
            "DROP MATERIALIZED VIEW \(name(view.name));", object(ofView: view.name),
            .risky(isMadeAnew ? "the view is made anew: \(Self.building)" : "queries of the view fail"))
    }

    private static let building = "queries of it fail, and find too little until it is built from every row"

    /// Whether a table is dropped or loses a column.
    private func losesColumns(_ table: String) -> Bool {
        guard let old = start.tables[table], let new = goal.tables[table] else { return true }
        return (old.statics + old.regulars).contains { new.column($0.name) == nil }
    }

    /// Creates the views that are not there, and makes those anew that are otherwise by more than their options.
    mutating func makeViews() {
        let texts = written
        for view in goal.views.values.sorted(by: { $0.name < $1.name }) {
            guard let text = texts.views[view.name] else { continue }
            if let existing = current.views[view.name] {
                if isEqual(existing, view) {
                    alterOptions(existing, view)
                    continue
                }
                drop(existing, isMadeAnew: true)
            }
            let isNew = start.views[view.name] == nil
            run(
                describer.statement(making: text), object(ofView: view.name),
                isNew ? .safe : .risky("the view is built from every row of the table"))
        }
    }

    private func isEqual(_ left: MaterializedView, _ right: MaterializedView) -> Bool {
        func shape(_ columns: [Column]) -> [String] { columns.map { "\($0.name) \($0.order.rawValue)" } }
        return left.baseName == right.baseName && left.includesAllColumns == right.includesAllColumns
            && left.whereText == right.whereText && shape(left.table.partitionKey) == shape(right.table.partitionKey)
            && shape(left.table.clustering) == shape(right.table.clustering)
            && shape(left.table.regulars) == shape(right.table.regulars)
    }

    private mutating func alterOptions(_ old: MaterializedView, _ new: MaterializedView) {
        let entries = zip(old.table.options.entries(for: release), new.table.options.entries(for: release))
        let changed = entries.filter { $0.text != $1.text }.map { "\($1.name) = \($1.text)" }
        guard !changed.isEmpty else { return }
        setOptions(
            changed, [], "ALTER MATERIALIZED VIEW \(name(new.name))", object(ofView: new.name),
            comment: new.table.options.comment)
    }

    private func object(ofView name: String) -> SchemaDifference.Object { .view(keyspace: start.name, name: name) }
}
