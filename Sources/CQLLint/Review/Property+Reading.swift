import CQLSyntax

extension [Property] {
    /// The option of a name.
    func option(_ name: String) -> Property? { first { $0.name.text == name } }
}

extension Property {
    /// From the first byte of the name to the last of the value.
    var range: Range<Int> {
        let end: Int
        switch value {
        case .constant(let constant): end = constant.span.range.upperBound
        case .map(let entries): end = entries.last?.value.span.range.upperBound ?? name.span.range.upperBound
        case .names(let names): end = names.last?.name.span.range.upperBound ?? name.span.range.upperBound
        }
        return name.span.range.lowerBound..<Swift.max(end, name.span.range.upperBound)
    }

    /// The value where it is a single one, without quotes.
    var text: String? {
        guard case .constant(let constant) = value else { return nil }
        return constant.text
    }

    /// The value where it is a whole number.
    var integer: Int? { text.flatMap { Int($0) } }

    /// The entry of a key where the value is a map.
    func entry(_ key: String) -> Entry? {
        guard case .map(let entries) = value else { return nil }
        return entries.first { $0.key.text == key }
    }

    /// The `class` of a map, without the package that it may stand in.
    var className: String? {
        guard let text = entry("class")?.value.text else { return nil }
        return text.split(separator: ".").last.map(String.init)
    }
}

extension StatementTree {
    /// What stands behind WITH of the statements that make or change a table; empty for all others.
    var tableProperties: [Property] {
        switch self {
        case .createTable(let statement): statement.properties
        case .alterTable: changedProperties
        default: []
        }
    }

    /// What stands behind WITH of the statements that change a table or a view; empty for all others.
    var changedProperties: [Property] {
        switch self {
        case .alterTable(let statement):
            guard case .properties(let properties) = statement.change else { return [] }
            return properties
        case .alterView(let statement): return statement.properties
        default: return []
        }
    }

    /// What stands behind WITH of the statements that make or change a keyspace; empty for all others.
    var keyspaceProperties: [Property] {
        switch self {
        case .createKeyspace(let statement): statement.properties
        case .alterKeyspace(let statement): statement.properties
        default: []
        }
    }
}
