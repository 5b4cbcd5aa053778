import CQLSyntax
import SchemaModel

extension StatementWriter {
    /// `CREATE MATERIALIZED VIEW`.
    mutating func createView() -> String? {
        guard let base = pick(keyspace.tables) else { return nil }
        var key = base.primaryKey.map(\.name)
        let others = base.regulars.filter { !$0.type.isMultiCell }.map(\.name)
        if !others.isEmpty, random.isTrue(60) { key.append(random.pick(others)) }
        key.shuffle(using: &random)
        let partition = key.prefix(random.number(1...key.count))
        let clustering = key.dropFirst(partition.count)
        let rest = base.regulars.map(\.name).filter { !key.contains($0) }
        let chosen = key + rest.filter { _ in random.isTrue(50) }
        let columns = random.isTrue(50) && base.statics.isEmpty ? "*" : list(chosen)
        let conditions = key.map { "\(CQLIdentifier.quoted($0)) IS NOT NULL" }.joined(separator: " AND ")
        var text =
            "CREATE MATERIALIZED VIEW \(qualified(objectName())) AS SELECT \(columns) FROM \(qualified(base.name)) "
        text += "WHERE \(conditions) PRIMARY KEY ((\(list(partition)))"
        text += clustering.isEmpty ? ")" : ", \(list(clustering)))"
        var properties = options(random.isTrue(60) ? 0 : random.number(1...3), isCounter: true)
        if !clustering.isEmpty, random.isTrue(50) {
            let orders = clustering.map { "\(CQLIdentifier.quoted($0)) \(random.isTrue(50) ? "DESC" : "ASC")" }
            properties.append("CLUSTERING ORDER BY (\(orders.joined(separator: ", ")))")
        }
        return properties.isEmpty ? text : "\(text) WITH \(properties.joined(separator: " AND "))"
    }

    /// `ALTER MATERIALIZED VIEW`.
    mutating func alterView() -> String? {
        guard let view = pick(keyspace.views) else { return nil }
        let options = options(random.number(1...2), isCounter: true)
        return "ALTER MATERIALIZED VIEW \(qualified(view.name)) WITH \(options.joined(separator: " AND "))"
    }

    /// Names between commas, quoted where they must be.
    func list(_ names: some Sequence<String>) -> String {
        names.map { CQLIdentifier.quoted($0) }.joined(separator: ", ")
    }
}
