import CQLSyntax
import SchemaModel

/// Adds to a keyspace what the server tells in its DESCRIBE and nowhere else that can be read back: masks, checks and
/// transactional modes.
struct DescribedParts {
    private(set) var keyspace: Keyspace
    let release: CassandraRelease
    private(set) var unmodelled: [UnmodelledObject] = []

    init(keyspace: Keyspace, release: CassandraRelease) {
        self.keyspace = keyspace
        self.release = release
    }

    /// Takes one `create_statement`, which may be several statements, or a comment.
    mutating func take(_ text: String) throws(LiveSchemaError) {
        let script = ParsedScript(SourceText(name: "DESCRIBE", text: text))
        guard !script.hasErrors else { throw Self.unreadable(script.diagnostics.first?.message ?? "") }
        for statement in script.up {
            let tree: StatementTree
            do throws(SyntaxError) { tree = try statement.tree(for: release) } catch {
                throw Self.unreadable(error.diagnostic.message)
            }
            switch tree {
            case .createTable(let statement): take(statement)
            case .annotate(let annotation): take(annotation)
            default: break
            }
        }
    }

    private static func unreadable(_ reason: String) -> LiveSchemaError {
        .unreadable("what the server's DESCRIBE says cannot be read: \(reason)")
    }

    private mutating func take(_ statement: CreateTable) {
        let name = statement.name.name.text
        // A table that is left out stands in DESCRIBE all the same.
        guard var table = keyspace.tables[name] else { return }
        for definition in statement.columns where definition.mask != nil || !definition.constraints.isEmpty {
            _ = table.setAttributes(
                of: definition.name.text, mask: definition.mask, constraints: definition.constraints)
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

    /// The comment of a table is one of its options too; the other notes have no place.
    private mutating func take(_ annotation: Annotation) {
        guard annotation.text != nil else { return }
        let what = annotation.kind == .comment ? "comment" : "security label"
        switch annotation.target {
        case .keyspace(let name): note("\(what) on keyspace", name.text)
        case .table(let name):
            guard keyspace.tables[name.name.text] != nil, annotation.kind != .comment else { return }
            note("\(what) on table", name.name.text)
        case .column(let table, let column):
            guard keyspace.tables[table.name.text] != nil else { return }
            note("\(what) on column", table.name.text, column.text)
        case .type(let name): note("\(what) on type", name.name.text)
        case .field(let type, let field): note("\(what) on field", type.name.text, field.text)
        }
    }

    private mutating func note(_ kind: String, _ names: String...) {
        unmodelled.append(UnmodelledObject(kind, names.map(CQLIdentifier.quoted).joined(separator: ".")))
    }
}
