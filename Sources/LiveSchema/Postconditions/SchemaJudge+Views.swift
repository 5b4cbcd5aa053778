import CQLSyntax
import SchemaModel

/// Materialized views, by their rows.
extension SchemaJudge {
    func viewMade(_ statement: CreateView) throws(Undecidable) -> SchemaVerdict {
        let object = "view \(name(statement.name.name))"
        guard let row = rows("views").first else { return .notLanded("\(object) is not there") }
        var conflicts: [SchemaConflict] = []
        func compare(_ property: String, _ asked: String, _ found: String) {
            guard asked != found else { return }
            conflicts.append(SchemaConflict("\(property) of \(object)", asked: asked, found: found))
        }
        compare("base table", statement.table.name.text, try text(row, "base_table_name"))
        let partition = statement.primaryKey.partition.map(\.text)
        let clustering = statement.primaryKey.clustering.map(\.text)
        compare("partition key", list(partition), list(columns("partition_key")))
        compare("clustering key", list(clustering), list(columns("clustering")))
        compare("selection", selection(statement), try foundSelection(row, key: partition + clustering))
        try compareConditions(statement, row, compare)
        return verdict(of: conflicts)
    }

    func viewAltered(_ statement: AlterView) throws(Undecidable) -> SchemaVerdict {
        guard let row = rows("views").first else {
            return statement.ifExists ? .landed : .notLanded("view \(name(statement.name.name)) is not there")
        }
        // A view has the options of a table, and the rows of both have the same columns for them.
        let definition = [
            "keyspace_name": SystemValue.text(keyspace), "table_name": .text(statement.name.name.text),
            "flags": .set(["compound"]),
        ]
        let table = SystemRow("tables", row.values.merging(definition) { _, given in given })
        let home = SystemRow(
            "keyspaces", ["keyspace_name": .text(keyspace), "replication": .map([:]), "durable_writes": .boolean(true)])
        let asTable = Postcondition(
            of: .alterTable(AlterTable(name: statement.name, change: .properties(statement.properties))),
            keyspace: keyspace, release: postcondition.release, dataCentres: postcondition.dataCentres)
        return asTable?.verdict(now: [home, table]) ?? .undecidable("it is no statement of the schema")
    }

    /// What a view selects beside its key: all columns, or these.
    private func selection(_ statement: CreateView) -> String {
        guard !statement.items.isEmpty else { return "*" }
        let key = Set((statement.primaryKey.partition + statement.primaryKey.clustering).map(\.text))
        let names = statement.items.compactMap { item -> String? in
            if case .column(let name) = item.selector { name.text } else { nil }
        }
        return list(names.filter { !key.contains($0) }.sorted())
    }

    private func foundSelection(_ row: SystemRow, key: [String]) throws(Undecidable) -> String {
        if row.values["include_all_columns"] == .boolean(true) { return "*" }
        return list((columns("regular") + columns("static")).filter { !key.contains($0) }.sorted())
    }

    private func compareConditions(
        _ statement: CreateView, _ row: SystemRow, _ compare: (String, String, String) -> Void
    ) throws(Undecidable) {
        let found = try text(row, "where_clause")
        guard case .select(let select)? = try? StatementTree(parsing: "SELECT * FROM t WHERE \(found)") else {
            throw Undecidable("the condition of the view cannot be read: \(found)")
        }
        // The server writes them in an order of its own.
        guard Set(select.relations) != Set(statement.relations) else { return }
        let text = "\(StatementTree.createView(statement))"
        compare("condition", text.between(" WHERE ", " PRIMARY KEY ") ?? text, found)
    }

    /// The names of the view's columns of a kind, in their order.
    private func columns(_ kind: String) -> [String] {
        let places = rows("columns", "kind", kind).compactMap { row -> (Int32, String)? in
            guard case .text(let name) = row.values["column_name"] else { return nil }
            guard case .int(let position) = row.values["position"] else { return (0, name) }
            return (position, name)
        }
        return places.sorted { $0 < $1 }.map(\.1)
    }

    func text(_ row: SystemRow, _ column: String) throws(Undecidable) -> String {
        guard case .text(let text) = row.values[column] else {
            throw Undecidable("a row of system_schema.\(row.table) has no text in its column \(column)")
        }
        return text
    }

    private func list(_ names: [String]) -> String {
        "(\(names.map { CQLIdentifier.quoted($0) }.joined(separator: ", ")))"
    }
}

extension String {
    /// What stands between two texts.
    fileprivate func between(_ left: String, _ right: String) -> String? {
        let parts = split(separator: left, maxSplits: 1)
        guard parts.count == 2 else { return nil }
        return parts[1].split(separator: right, maxSplits: 1).first.map(String.init)
    }
}
