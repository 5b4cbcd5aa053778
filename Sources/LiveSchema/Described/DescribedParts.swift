import CQLSyntax
import SchemaModel

/// Adds to a keyspace what the server tells in its DESCRIBE and nowhere else that can be read back: checks, transactional
/// modes, comments and security labels.
struct DescribedParts {
    private(set) var keyspace: Keyspace

    init(_ keyspace: Keyspace) { self.keyspace = keyspace }

    /// Takes a row of DESCRIBE.
    mutating func take(_ described: DescribedStatements) {
        for tree in described.trees {
            switch tree {
            case .createTable(let statement): take(statement)
            case .annotate(let annotation): take(annotation)
            default: break
            }
        }
    }

    private mutating func take(_ statement: CreateTable) {
        let name = statement.name.name.text
        // A table that is left out stands in DESCRIBE all the same.
        guard var table = keyspace.tables[name] else { return }
        for definition in statement.columns where !definition.constraints.isEmpty {
            _ = table.setConstraints(of: definition.name.text, definition.constraints)
        }
        for property in statement.properties {
            if property.name.text == "fast_path" { table.options.fastPath = Self.fastPath(property.value) }
            guard case .constant(let value) = property.value else { continue }
            switch property.name.text {
            case "transactional_mode": table.options.transactionalMode = value.text
            case "transactional_migration_from": table.options.transactionalMigrationFrom = value.text
            case "cdc": table.options.cdc = value.text.lowercased() == "true"
            default: break
            }
        }
        keyspace.tables[name] = table
    }

    /// As `system_schema` of keyspaces has it; nil for the keyspace's own.
    private static func fastPath(_ value: Property.Value) -> [String: String]? {
        switch value {
        case .constant(let constant): constant.text.lowercased() == "simple" ? ["kind": "SIMPLE"] : nil
        case .map(let entries): Dictionary(entries.map { ($0.key.text, $0.value.text) }) { $1 }
        case .names: nil
        }
    }

    /// The comment of a table is one of its options.
    private mutating func take(_ annotation: Annotation) {
        guard let text = annotation.text, let target = target(of: annotation) else { return }
        switch (annotation.kind, target) {
        case (.comment, .table): break
        case (.comment, _): keyspace.comments[target] = text
        case (.securityLabel, _): keyspace.securityLabels[target] = text
        }
    }

    /// nil for what belongs to a table that is left out.
    private func target(of annotation: Annotation) -> Keyspace.Annotated? {
        switch annotation.target {
        case .keyspace: .keyspace
        case .table(let name): keyspace.tables[name.name.text].map { .table($0.name) }
        case .column(let table, let column):
            keyspace.tables[table.name.text].map { .column(table: $0.name, column.text) }
        case .type(let name): .type(name.name.text)
        case .field(let type, let field): .field(type: type.name.text, field.text)
        }
    }
}
