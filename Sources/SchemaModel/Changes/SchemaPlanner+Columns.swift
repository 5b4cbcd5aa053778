import CQLSyntax

extension SchemaPlanner {
    /// Drops the columns that the goal has not; indexes on them are gone by now.
    mutating func dropColumns() {
        for table in keptTables {
            guard let old = start.tables[table], let new = goal.tables[table] else { continue }
            for column in old.statics + old.regulars where new.column(column.name) == nil {
                run(
                    "ALTER TABLE \(name(table)) DROP \(CQLIdentifier.quoted(column.name));",
                    self.column(table, column.name),
                    .risky("the values of the column are gone; take a snapshot first, and let no program name it"))
            }
        }
    }

    /// Takes masks away that call functions of the keyspace: those may go or change.
    mutating func dropMasks() {
        for table in keptTables {
            guard let old = start.tables[table], let new = goal.tables[table] else { continue }
            for column in old.columns {
                guard let mask = column.mask, mask.function.keyspace?.text != "system",
                    let other = new.column(column.name), !ColumnText.isMasked(column, like: other)
                else { continue }
                run(
                    "ALTER TABLE \(name(table)) ALTER \(CQLIdentifier.quoted(column.name)) DROP MASKED;",
                    self.column(table, column.name), .risky("everybody who may read the column sees its values"))
            }
        }
    }

    /// Adds the columns that are new, each in a statement of its own: one that is refused does not stop the others.
    mutating func addColumns(_ old: Table, _ new: Table) {
        for column in new.statics + new.regulars where old.column(column.name) == nil {
            var verdict = PlanStep.Verdict.safe
            if old.dropped[column.name] != nil {
                verdict = .risky(
                    "there was a column of that name: cells written with time stamps after it was dropped come back")
            }
            run(
                "ALTER TABLE \(name(old.name)) ADD \(ColumnText.definition(of: column));",
                self.column(old.name, column.name), verdict)
        }
    }

    /// Changes what can be changed of a column that stays.
    mutating func alter(_ column: Column, of table: Table, _ renames: [(from: String, to: String)]) {
        let oldName = renames.first { $0.to == column.name }?.from ?? column.name
        guard let old = table.column(oldName) else { return }
        let object = self.column(table.name, column.name)
        let recipe = "add a column, write both, copy the values, read the new one, then drop the old one"
        let isKey = [old.kind, column.kind].contains { $0 == .partitionKey || $0 == .clustering }
        if old.type != column.type {
            impossible(
                object,
                "the type of a column cannot be changed (\(old.type) to \(column.type)): "
                    + (isKey ? Self.keyRecipe : recipe))
        }
        if old.kind != column.kind, !isKey {
            impossible(
                object, "a column that is \(old.kind.rawValue) cannot become \(column.kind.rawValue): \(recipe)")
        }
        let start = "ALTER TABLE \(name(table.name)) ALTER \(CQLIdentifier.quoted(column.name))"
        let now = current.tables[table.name]?.column(column.name) ?? old
        if !ColumnText.isMasked(now, like: column) {
            run(
                "\(start) \(column.mask.map { "MASKED WITH \(MaskText.text($0))" } ?? "DROP MASKED");", object,
                column.mask == nil
                    ? .risky("everybody who may read the column sees its values")
                    : .risky("who has no UNMASK permission does not see the values any more"))
        }
        if ColumnText.constraints(of: old) != ColumnText.constraints(of: column) {
            run(
                "\(start) \(column.constraints.isEmpty ? "DROP CHECK" : ColumnText.constraints(of: column));", object,
                column.constraints.isEmpty
                    ? .safe : .risky("writes that do not satisfy it fail; values that are there are not looked at"))
        }
    }
}
