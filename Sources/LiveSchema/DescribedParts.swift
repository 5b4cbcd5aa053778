import CQLSyntax
import SchemaModel

/// Adds to a keyspace what the server tells in its DESCRIBE and nowhere else that can be read back: checks, transactional
/// modes, comments and security labels.
struct DescribedParts {
    private(set) var keyspace: Keyspace
    let release: CassandraRelease

    /// Takes one `create_statement`, which may be several statements, or a comment.
    mutating func take(_ text: String) throws(LiveSchemaError) {
        for tree in try trees(text) {
            switch tree {
            case .createTable(let statement): take(statement)
            case .annotate(let annotation): take(annotation)
            default: break
            }
        }
    }

    private func trees(_ text: String) throws(LiveSchemaError) -> [StatementTree] {
        do throws(SyntaxError) { return try Self.read(text, release) } catch {
            // The server's text of a table may not be its own CQL.
            guard let table = keyspace.tables.values.first(where: { text.hasPrefix(Self.head(of: $0)) }) else {
                throw Self.unreadable(error.diagnostic.message)
            }
            let quoted = BareChecks.quoted(text, columns: table.columns.map(\.name))
            do throws(SyntaxError) { return try Self.read(quoted, release) } catch {
                throw Self.unreadable(error.diagnostic.message)
            }
        }
    }

    private static func head(of table: Table) -> String {
        "CREATE TABLE \(ObjectName(keyspace: table.keyspace, name: table.name)) ("
    }

    private static func read(_ text: String, _ release: CassandraRelease) throws(SyntaxError) -> [StatementTree] {
        let script = ParsedScript(SourceText(name: "DESCRIBE", text: text))
        if let first = script.diagnostics.first(where: { $0.severity == .error }) { throw SyntaxError(first) }
        var reader = TreeReader(script.lexed, for: release)
        var trees: [StatementTree] = []
        for statement in script.up { trees.append(try reader.tree(of: statement)) }
        return trees
    }

    private static func unreadable(_ reason: String) -> LiveSchemaError {
        .unreadable("what the server's DESCRIBE says cannot be read: \(reason)")
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
