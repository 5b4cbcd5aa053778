import CQLSyntax
import SchemaModel

extension StatementWriter {
    /// `CREATE INDEX`, or `CREATE CUSTOM INDEX` of what the release brings.
    mutating func createIndex() -> String? {
        guard let table = pick(keyspace.tables) else { return nil }
        let column = random.pick(table.columns)
        let name = random.isTrue(70) ? "\(CQLIdentifier.quoted(objectName())) " : ""
        let place = "\(name)ON \(qualified(table.name)) (\(target(column)))"
        guard release >= .v50, random.isTrue(50) else { return "CREATE INDEX \(place)" }
        let text = "CREATE CUSTOM INDEX \(place) USING '\(random.pick(["StorageAttachedIndex", "sai"]))'"
        return random.isTrue(60) ? text : text + " WITH OPTIONS = \(options(of: column))"
    }

    private mutating func target(_ column: Column) -> String {
        let name = CQLIdentifier.quoted(column.name)
        guard column.type.isCollection else { return name }
        if !column.type.isMultiCell { return "full(\(name))" }
        guard case .map = column.type else { return random.isTrue(50) ? name : "values(\(name))" }
        return random.pick([name, "keys(\(name))", "values(\(name))", "entries(\(name))"])
    }

    private mutating func options(of column: Column) -> String {
        switch column.type {
        case .native(.text), .native(.ascii):
            random.pick([
                "{'case_sensitive': 'false'}", "{'normalize': 'true', 'ascii': 'true'}",
                "{'case_sensitive': 'false', 'normalize': 'true'}",
            ])
        case .vector: random.pick(["{'similarity_function': 'euclidean'}", "{'maximum_node_connections': '8'}"])
        default: "{}"
        }
    }
}
