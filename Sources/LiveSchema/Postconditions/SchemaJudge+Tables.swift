import CQLSyntax
import FoundationEssentials
import SchemaModel

/// Tables.
extension SchemaJudge {
    func tableMade(_ statement: CreateTable) throws(Undecidable) -> SchemaVerdict {
        let name = statement.name.name
        guard !rows("tables").isEmpty else { return .notLanded("table \(self.name(name)) is not there") }
        var without = try catalogue()
        var found = without
        without.keyspaces[keyspace]?.tables = [:]
        found.keyspaces[keyspace]?.tables[name.text]?.forgetWhatIsApart()
        var asked = try outcome(in: without)
        asked.keyspaces[keyspace]?.tables[name.text]?.forgetWhatIsApart()
        let named = Set(statement.properties.map(\.name.text))
        var conflicts = conflicts(asked: asked, found: found) { object, property in
            guard case .table = object else { return true }
            return named.contains(property) || Self.structure.contains(property)
        }
        if named.contains("id"), let asked = asked.table(name.text, in: keyspace),
            let found = found.table(name.text, in: keyspace), asked.id != found.id
        {
            conflicts.append(
                SchemaConflict(
                    "id of table \(self.name(name))", asked: asked.id.uuidString.lowercased(),
                    found: found.id.uuidString.lowercased()))
        }
        return verdict(of: conflicts)
    }

    /// What the original was like is not known any more.
    func tableCopied(_ statement: CopyTable) throws(Undecidable) -> SchemaVerdict {
        guard rows("tables").isEmpty else { return .landed }
        return .notLanded("table \(name(statement.name.name)) is not there")
    }

    /// What a table has beside its options, as differences call it.
    private static let structure: Set<String> = ["partition key", "clustering key", "flags"]

    // MARK: ALTER

    func tableAltered(_ statement: AlterTable) throws(Undecidable) -> SchemaVerdict {
        if case .mask(let column, let function, _) = statement.change { return try masked(column, function) }
        if case .check = statement.change { throw Undecidable("checks stand in no row of system_schema") }
        let found = try catalogue()
        guard let table = found.table(statement.name.name.text, in: keyspace) else {
            // With IF EXISTS that is what was asked for.
            return statement.ifExists ? .landed : .notLanded("table \(name(statement.name.name)) is not there")
        }
        switch statement.change {
        case .add(let columns, _): return try added(columns, to: table, in: found)
        case .drop(let names, let ifExists, _): return try dropped(names, ifExists, from: table)
        case .rename(let renames, let ifExists):
            return renamed(renames, ifExists, Set(table.columns.map(\.name)), "table \(name(statement.name.name))")
        case .alterType, .properties: return try unchanged(found)
        case .dropCompactStorage:
            return table.isCompact ? .notLanded("table \(name(statement.name.name)) has COMPACT STORAGE") : .landed
        case .mask, .check: return .landed
        }
    }

    /// An ALTER to what is asked for has taken effect where it would change nothing; to repeat one is to do nothing.
    func unchanged(_ found: Catalogue) throws(Undecidable) -> SchemaVerdict {
        let conflicts = conflicts(asked: try outcome(in: found), found: found)
        return conflicts.isEmpty ? .landed : .notLanded(conflicts.map(\.description).joined(separator: "; "))
    }

    private func added(
        _ columns: [ColumnDefinition], to table: Table, in found: Catalogue
    ) throws(Undecidable) -> SchemaVerdict {
        let present = columns.filter { table.column($0.name.text) != nil }
        let missing = columns.filter { table.column($0.name.text) == nil }.map(\.name)
        let object = "table \(CQLIdentifier.quoted(keyspace)).\(CQLIdentifier.quoted(table.name))"
        guard !present.isEmpty else {
            return .notLanded("\(object) has no column \(missing.map(\.description).joined(separator: ", "))")
        }
        // One statement adds all or none.
        var conflicts = missing.map { SchemaConflict("column \($0) of \(object)", asked: "one", found: "none") }
        var without = found
        for column in columns { without.keyspaces[keyspace]?.tables[table.name]?.removeColumn(column.name.text) }
        without.keyspaces[keyspace]?.tables[table.name]?.forgetWhatIsApart()
        let asked = try outcome(in: without)
        for column in present {
            guard let asked = asked.table(table.name, in: keyspace)?.column(column.name.text),
                let found = table.column(column.name.text)
            else { continue }
            let what = "column \(column.name) of \(object)"
            if asked.type != found.type {
                conflicts.append(
                    SchemaConflict("type of \(what)", asked: "\(asked.type)", found: "\(found.type)"))
            }
            if asked.kind != found.kind {
                conflicts.append(
                    SchemaConflict("kind of \(what)", asked: asked.kind.rawValue, found: found.kind.rawValue))
            }
        }
        return verdict(of: conflicts)
    }

    private func dropped(
        _ names: [Name], _ ifExists: Bool, from table: Table
    ) throws(Undecidable) -> SchemaVerdict {
        let object = "table \(CQLIdentifier.quoted(keyspace)).\(CQLIdentifier.quoted(table.name))"
        let present = names.filter { table.column($0.text) != nil }
        // A column that went and came back has gone all the same, when that can be told.
        let cameBack = present.filter { wasDroppedSince($0.text) }
        guard cameBack.isEmpty else {
            return .conflicting(
                cameBack.map { SchemaConflict("column \($0) of \(object)", asked: "none", found: "one, made anew") })
        }
        guard present.isEmpty else {
            let list = present.map(\.description).joined(separator: ", ")
            guard present.count < names.count, !ifExists else { return .notLanded("\(object) has column \(list)") }
            return .conflicting(
                present.map { SchemaConflict("column \($0) of \(object)", asked: "none", found: "one") })
        }
        // A column that was never there is nowhere written down, and the statement would be refused for it.
        let unknown = names.filter { table.dropped[$0.text] == nil }
        guard unknown.isEmpty || ifExists else {
            let list = unknown.map(\.description).joined(separator: ", ")
            return .notLanded("\(object) has no column \(list) and never had one")
        }
        guard let before, !ifExists else { return .landed }
        // The server would have refused to drop what was gone already.
        let old = names.filter { name in
            let earlier = before.first { $0.values["column_name"] == .text(name.text) }
            return earlier != nil && earlier?.values["dropped_time"] == droppedTime(name.text)
        }
        guard old.isEmpty else {
            let list = old.map(\.description).joined(separator: ", ")
            return .notLanded("column \(list) of \(object) had been dropped before")
        }
        return .landed
    }

    private func wasDroppedSince(_ column: String) -> Bool {
        guard let before, let time = droppedTime(column) else { return false }
        return before.first { $0.values["column_name"] == .text(column) }?.values["dropped_time"] != time
    }

    private func droppedTime(_ column: String) -> SystemValue? {
        rows("dropped_columns", "column_name", column).first?.values["dropped_time"]
    }

    func renamed(_ renames: [Rename], _ ifExists: Bool, _ names: Set<String>, _ object: String) -> SchemaVerdict {
        let done = renames.filter { names.contains($0.to.text) && !names.contains($0.from.text) }
        if done.count == renames.count { return .landed }
        let undone = renames.filter { names.contains($0.from.text) && !names.contains($0.to.text) }
        if undone.count == renames.count {
            return .notLanded("\(object) has \(undone.map(\.from.description).joined(separator: ", "))")
        }
        if ifExists, renames.allSatisfy({ !names.contains($0.from.text) }) { return .landed }
        return .conflicting(
            renames.map { rename in
                let found = [rename.from, rename.to].filter { names.contains($0.text) }.map(\.description)
                return SchemaConflict(
                    object, asked: "\(rename.to) in place of \(rename.from)",
                    found: found.isEmpty ? "neither" : found.joined(separator: " and "))
            })
    }

    private func masked(_ column: Name, _ function: FunctionCall?) throws(Undecidable) -> SchemaVerdict {
        let found = rows("column_masks", "column_name", column.text).first?.values["function_name"]
        guard let function else { return found == nil ? .landed : .notLanded("column \(column) is masked") }
        guard let found else { return .notLanded("column \(column) is not masked") }
        let name = function.function.name.text
        guard case .text(let text) = found, text != name else { return .landed }
        return .notLanded("column \(column) is masked with \(text)")
    }
}

extension Table {
    /// Takes away what is no part of a table's definition, or stands in no row of it: a table is compared with what one
    /// statement makes.
    fileprivate mutating func forgetWhatIsApart() {
        indexes = [:]
        dropped = [:]
        removeMasksAndConstraints()
    }
}
