import CQLSyntax
import SchemaModel

extension RandomKeyspace {
    private static let tables = ["users", "events", "Orders", "hits", "table_five"]
    private static let columns = ["id", "a", "b", "c", "d", "Mixed", "select", "with space", "it's", "say \"hi\""]
    private static let indexes = ["by_a", "By_B", "by_c", "users_idx", "sixth_idx"]

    mutating func createTable(_ keyspace: Keyspace) -> String? {
        guard let name = generator.pick(Self.tables) else { return nil }
        var names = Self.columns.shuffled(using: &generator)
        let partition = (0..<generator.number(1...2)).compactMap { _ in names.popLast() }
        let clustering = (0..<generator.number(0...2)).compactMap { _ in names.popLast() }
        var definitions = (partition + clustering).map { "\(quoted($0)) \(keyType(keyspace))" }
        let isCounter = generator.chance(10)
        for column in names.prefix(generator.number(0...4)) {
            let type = isCounter ? "counter" : type(keyspace)
            let isStatic = !clustering.isEmpty && generator.chance(25)
            definitions.append("\(quoted(column)) \(type)\(isStatic ? " static" : "")\(isCounter ? "" : attributes(column))")
        }
        let first = partition.count == 1 ? quoted(partition[0]) : "(\(partition.map(quoted).joined(separator: ", ")))"
        definitions.append("PRIMARY KEY (\(([first] + clustering.map(quoted)).joined(separator: ", ")))")
        var options = optionTexts()
        if !clustering.isEmpty, generator.chance(50) {
            let order = clustering.map { "\(quoted($0)) \(generator.chance(50) ? "DESC" : "ASC")" }
            options.insert("CLUSTERING ORDER BY (\(order.joined(separator: ", ")))", at: 0)
        }
        if release < .v40, generator.chance(8) { options.append("COMPACT STORAGE") }
        return "CREATE TABLE \(quoted(name)) (\(definitions.joined(separator: ", ")))"
            + (options.isEmpty ? "" : " WITH \(options.joined(separator: " AND "))")
    }

    mutating func createIndex(_ keyspace: Keyspace) -> String? {
        guard let table = pick(keyspace.tables), let name = generator.pick(Self.indexes),
            let column = generator.pick(table.columns)
        else { return nil }
        var target = quoted(column.name)
        if column.type.isCollection, generator.chance(80) {
            let modes = ["keys", "values", "entries", "full"]
            target = generator.pick(modes).map { "\($0)(\(target))" } ?? target
        }
        let place = "\(quoted(name)) ON \(quoted(table.name)) (\(target))"
        guard release >= .v50, generator.chance(60) else { return "CREATE INDEX \(place)" }
        var options: [String] = []
        if generator.chance(30) { options.append("'case_sensitive': 'false'") }
        if generator.chance(20) { options.append("'normalize': 'true'") }
        if case .vector = column.type { options = ["'similarity_function': 'dot_product'"] }
        let with = options.isEmpty ? "" : " WITH OPTIONS = {\(options.joined(separator: ", "))}"
        return generator.chance(50)
            ? "CREATE CUSTOM INDEX \(place) USING 'StorageAttachedIndex'\(with)" : "CREATE INDEX \(place) USING 'sai'\(with)"
    }

    mutating func addColumn(_ keyspace: Keyspace) -> String? {
        guard let table = pick(keyspace.tables), let column = generator.pick(Self.columns) else { return nil }
        let type = table.isCounter ? "counter" : type(keyspace)
        let isStatic = !table.clustering.isEmpty && generator.chance(20)
        return "ALTER TABLE \(quoted(table.name)) ADD \(quoted(column)) \(type)\(isStatic ? " static" : "")"
            + (table.isCounter ? "" : attributes(column))
    }

    mutating func dropColumn(_ keyspace: Keyspace) -> String? {
        guard let table = pick(keyspace.tables), let column = generator.pick(table.statics + table.regulars) else {
            return nil
        }
        return "ALTER TABLE \(quoted(table.name)) DROP \(quoted(column.name))"
    }

    mutating func renameKey(_ keyspace: Keyspace) -> String? {
        guard let table = pick(keyspace.tables), let column = generator.pick(table.primaryKey),
            let name = generator.pick(Self.columns)
        else { return nil }
        return "ALTER TABLE \(quoted(table.name)) RENAME \(quoted(column.name)) TO \(quoted(name))"
    }

    mutating func alterColumn(_ keyspace: Keyspace) -> String? {
        guard let table = pick(keyspace.tables), let column = generator.pick(table.regulars) else { return nil }
        let start = "ALTER TABLE \(quoted(table.name)) ALTER \(quoted(column.name))"
        if generator.chance(20) { return "\(start) DROP \(generator.chance(50) ? "MASKED" : "CHECK")" }
        let text = attributes(column.name)
        return text.isEmpty ? nil : start + text
    }

    mutating func alterOptions(_ keyspace: Keyspace) -> String? {
        guard let table = pick(keyspace.tables) else { return nil }
        let options = optionTexts()
        return options.isEmpty ? nil : "ALTER TABLE \(quoted(table.name)) WITH \(options.joined(separator: " AND "))"
    }

    /// A mask or a check of a column, where the release has such.
    private mutating func attributes(_ column: String) -> String {
        if release >= .v50, generator.chance(12) {
            let masks = ["DEFAULT", "mask_null()", "mask_inner(1, 1)", "mask_hash('SHA-512')", "mask_outer(null, 2, '#')"]
            return " MASKED WITH \(generator.pick(masks) ?? "DEFAULT")"
        }
        guard release >= .v60, generator.chance(12) else { return "" }
        let checks = ["NOT NULL", "\(quoted(column)) > 3", "LENGTH() < 100", "NOT NULL AND \(quoted(column)) < 10", "JSON"]
        return " CHECK \(generator.pick(checks) ?? "NOT NULL")"
    }
}
