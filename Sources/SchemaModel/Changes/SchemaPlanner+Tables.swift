import CQLSyntax

extension SchemaPlanner {
    /// The names of the tables that are there before and after, in order.
    var keptTables: [String] { start.tables.keys.filter { goal.tables[$0] != nil }.sorted() }

    mutating func dropTables() {
        for table in start.tables.keys.sorted() where goal.tables[table] == nil {
            run(
                "DROP TABLE \(name(table));", object(table),
                .risky("every row of the table is gone; take a snapshot first"))
        }
    }

    mutating func createTables() {
        let texts = written
        for name in goal.tables.keys.sorted() where current.tables[name] == nil {
            guard let table = texts.tables[name] else { continue }
            let (made, checked) = table.withoutLostChecks
            run(describer.statement(making: made), object(name), .safe)
            for column in checked {
                run(describer.statement(checking: column, of: table), self.column(name, column.name), .safe)
            }
            guard table.isCounter, table.statics.isEmpty, table.regulars.isEmpty else { continue }
            impossible(
                object(name), "no statement makes a table for counters that has none: add one to the wanted schema")
        }
    }

    /// What can be changed of the tables that stay: the columns that are new, masks, checks and options.
    mutating func alterTables() {
        for name in keptTables {
            guard let old = start.tables[name], let new = goal.tables[name] else { continue }
            let renames = keyRenames(old, new)
            for (from, to) in renames {
                run(
                    "ALTER TABLE \(self.name(name)) RENAME \(CQLIdentifier.quoted(from)) TO "
                        + "\(CQLIdentifier.quoted(to));", column(name, to),
                    .risky("statements that name the column \(CQLIdentifier.quoted(from)) fail"))
            }
            explainKey(old, new, renames)
            addColumns(old, new)
            for column in new.columns { alter(column, of: old, renames) }
            alterOptions(old, new)
        }
    }

    func object(_ table: String) -> SchemaDifference.Object { .table(keyspace: start.name, name: table) }

    func column(_ table: String, _ column: String) -> SchemaDifference.Object {
        .column(keyspace: start.name, table: table, name: column)
    }

    // MARK: The key

    /// The columns of the key that have other names and are the same otherwise, by their old names.
    func keyRenames(_ old: Table, _ new: Table) -> [(from: String, to: String)] {
        guard old.partitionKey.count == new.partitionKey.count, old.clustering.count == new.clustering.count else {
            return []
        }
        let pairs = zip(old.primaryKey, new.primaryKey).filter { $0.name != $1.name }
        let isRename = pairs.allSatisfy { left, right in
            left.type == right.type && left.order == right.order && old.column(right.name) == nil
                && new.column(left.name) == nil
        }
        return isRename ? pairs.map { ($0.name, $1.name) } : []
    }

    /// How a table gets another key.
    static let keyRecipe =
        "make a table with that key, write both, copy the rows, read the new one, then drop the old one"

    private mutating func explainKey(_ old: Table, _ new: Table, _ renames: [(from: String, to: String)]) {
        if old.flags != new.flags {
            impossible(
                object(old.name),
                "no statement gives a table COMPACT STORAGE or counters, or takes them: make a new table and copy "
                    + "the rows")
        }
        func names(_ columns: [Column]) -> [String] {
            columns.map { column in renames.first { $0.from == column.name }?.to ?? column.name }
        }
        let recipe = Self.keyRecipe
        if names(old.partitionKey) != new.partitionKey.map(\.name) {
            impossible(object(old.name), "the partition key of a table cannot be changed: \(recipe)")
        }
        if names(old.clustering) != new.clustering.map(\.name) {
            impossible(object(old.name), "the clustering key of a table cannot be changed: \(recipe)")
        }
        for (left, right) in zip(old.clustering, new.clustering)
        where names([left]) == [right.name] && left.order != right.order {
            impossible(
                column(old.name, right.name),
                "the order of a clustering column cannot be changed: \(recipe)")
        }
    }

    // MARK: Options

    /// Whether an option changes with another one unless it is said: the chance of the bloom filter goes with the
    /// strategy of compaction.
    private func isDragged(_ option: String, _ old: Table, _ new: Table) -> Bool {
        option == "bloom_filter_fp_chance" && old.options.compaction["class"] != new.options.compaction["class"]
    }

    private mutating func alterOptions(_ old: Table, _ new: Table) {
        var parts: [String] = []
        var reasons: [String] = []
        for (before, after) in zip(old.options.entries(for: release), new.options.entries(for: release))
        where before.text != after.text || isDragged(after.name, old, new) {
            if let reason = OptionRisk.cannotBeSet(after.name) {
                impossible(object(old.name), reason)
                continue
            }
            parts.append("\(after.name) = \(after.text)")
            if let reason = OptionRisk.reason(after.name, from: old.options, to: new.options) {
                reasons.append(reason)
            }
        }
        guard !parts.isEmpty else { return }
        setOptions(parts, reasons, "ALTER TABLE \(name(old.name))", object(old.name), comment: new.options.comment)
    }

    /// Sets options, also where the server would take no notice.
    mutating func setOptions(
        _ options: [String], _ reasons: [String], _ start: String, _ object: SchemaDifference.Object, comment: String
    ) {
        var (parts, reasons) = (options, reasons)
        let isIgnored =
            parts.count == 1 && parts[0].hasPrefix("additional_write_policy")
            && TableOptions.ignoresWritePolicy(release)
        if isIgnored {
            parts.append("comment = \(CQLText.string(comment + " "))")
            reasons.append(
                "Cassandra \(release.rawValue) ignores additional_write_policy alone, so that the comment is changed with "
                    + "it, and back by the next statement")
        }
        run(
            "\(start) WITH \(parts.joined(separator: "\n    AND "));", object,
            reasons.isEmpty ? .safe : .risky(reasons.joined(separator: "; ")))
        if isIgnored { run("\(start) WITH comment = \(CQLText.string(comment));", object, .safe) }
    }
}
