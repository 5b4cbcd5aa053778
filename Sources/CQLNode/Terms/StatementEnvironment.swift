import CQLSyntax
import CQLWire
import SchemaModel

/// Against what names in a statement are looked up.
struct StatementEnvironment: Sendable {
    /// The keyspace in use.
    let keyspace: String?
    /// The schema.
    let catalogue: Catalogue
    /// The release whose rules and messages apply.
    let release: CassandraRelease
    /// The tables that are not stored.
    let virtualTables: any VirtualTables

    init(catalogue: Catalogue, context: ExecutionContext) {
        keyspace = context.keyspace
        self.catalogue = catalogue
        release = context.release
        virtualTables = context.virtualTables
    }

    /// The table of a name (`Schema.validateTable`).
    func table(_ name: QualifiedName) throws(ServerError) -> TableShape {
        guard let keyspace = name.keyspace?.text ?? keyspace else {
            throw .invalid(
                "No keyspace has been specified. USE a keyspace, or explicitly specify keyspace.tablename")
        }
        let table = name.name.text
        if let keyspaceMetadata = catalogue[keyspace] {
            if let found = keyspaceMetadata.tables[table] { return TableShape(found, in: catalogue) }
            if let found = keyspaceMetadata.views[table] {
                return TableShape(found.table, in: catalogue, isView: true)
            }
        } else if virtualTables.hasKeyspace(keyspace) {
            if let found = virtualTables.table(table, in: keyspace) { return found }
        } else {
            throw .invalid(
                release < .v40 ? "Keyspace \(keyspace) does not exist" : "keyspace \(keyspace) does not exist")
        }
        throw .invalid(release < .v40 ? "unconfigured table \(table)" : "table \(table) does not exist")
    }

    /// The column of a name (`TableMetadata.getExistingColumn`).
    func column(_ name: Name, of table: TableShape) throws(ServerError) -> ColumnShape {
        if let column = table.column(name.text) { return column }
        throw .invalid(
            release < .v40
                ? "Undefined column name \(name.description)"
                : "Undefined column name \(name.description) in table \(table.description)"
        )
    }

    /// The type that a hint or a cast names.
    func type(_ expression: TypeExpression, in keyspace: String?) throws(ServerError) -> CQLType {
        switch expression {
        case .native(let native): return CQLType(native)
        case .list(let element): return .list(try type(element, in: keyspace))
        case .set(let element): return .set(try type(element, in: keyspace))
        case .map(let key, let value): return .map(try type(key, in: keyspace), try type(value, in: keyspace))
        case .tuple(let parts):
            var types: [CQLType] = []
            for part in parts { types.append(try type(part, in: keyspace)) }
            return .tuple(types)
        case .vector(let element, let dimension): return .vector(try type(element, in: keyspace), dimension: dimension)
        case .frozen(let inner): return try type(inner, in: keyspace)
        case .custom(let name): return CQLType(javaClassName: name)
        case .userDefined(let name):
            let owner = name.keyspace?.text ?? keyspace ?? ""
            guard catalogue.type(name.name.text, in: owner) != nil else {
                throw .invalid("Unknown type \(owner).\(name.name.text)")
            }
            return CQLType(.userDefined(keyspace: owner, name: name.name.text, isFrozen: true), in: catalogue)
        }
    }
}

extension StatementEnvironment {
    /// The table of a keyspace by their names.
    func table(_ keyspace: String, _ name: String) throws(ServerError) -> TableShape {
        try table(QualifiedName(keyspace: Name(keyspace), Name(name)))
    }
}
