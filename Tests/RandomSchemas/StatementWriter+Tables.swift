import CQLSyntax
import SchemaModel

extension StatementWriter {
    /// `CREATE TABLE`.
    mutating func createTable() -> String? {
        let names = columnNames(random.number(1...3) + random.number(0...3) + random.number(0...8))
        let partition = names.prefix(random.isTrue(70) ? 1 : min(names.count, random.number(1...3)))
        let clustering = names.dropFirst(partition.count).prefix(random.below(4))
        let isCounter = random.isTrue(8)
        var definitions = (partition + clustering).map { definition($0, keyType()) }
        for name in names.dropFirst(partition.count + clustering.count) {
            let type = isCounter ? "counter" : columnType()
            let isStatic = !clustering.isEmpty && random.isTrue(15)
            definitions.append(definition(name, type, isStatic: isStatic))
        }
        let key = "(\(list(partition)))\(clustering.isEmpty ? "" : ", \(list(clustering))")"
        definitions.append("PRIMARY KEY (\(key))")
        var text = "CREATE TABLE \(qualified(objectName())) (\(definitions.joined(separator: ", ")))"
        var properties = options(random.isTrue(50) ? 0 : random.number(1...6), isCounter: isCounter)
        if !clustering.isEmpty, random.isTrue(50) {
            let orders = clustering.map { "\(CQLIdentifier.quoted($0)) \(random.isTrue(50) ? "DESC" : "ASC")" }
            properties.append("CLUSTERING ORDER BY (\(orders.joined(separator: ", ")))")
        }
        if !properties.isEmpty { text += " WITH \(properties.joined(separator: " AND "))" }
        return text
    }

    /// A column with its type and, by chance, what else a release lets stand there.
    mutating func definition(_ name: String, _ type: String, isStatic: Bool = false) -> String {
        var text = "\(CQLIdentifier.quoted(name)) \(type)\(isStatic ? " static" : "")"
        if settings.masking, release >= .v50, type != "counter", random.isTrue(10) {
            text += " MASKED WITH \(mask(type))"
        }
        guard includesWhatRowsLack, release >= .v60, random.isTrue(20) else { return text }
        switch type {
        case "int", "bigint", "smallint": text += " CHECK \(CQLIdentifier.quoted(name)) > \(random.below(100))"
        case "text", "ascii": text += " CHECK LENGTH() < \(random.number(10...1000))"
        default: break
        }
        return text
    }

    private mutating func mask(_ type: String) -> String {
        switch type {
        case "text": random.pick(["DEFAULT", "mask_inner(1, 2)", "mask_outer(1, null, '#')", "mask_replace('x')"])
        case "int": random.pick(["DEFAULT", "mask_replace(0)", "mask_null()"])
        default: random.pick(["DEFAULT", "mask_null()", "mask_hash()"])
        }
    }

    private func list(_ names: some Sequence<String>) -> String {
        names.map { CQLIdentifier.quoted($0) }.joined(separator: ", ")
    }
}
