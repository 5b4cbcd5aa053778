import CQLSyntax

/// A statement that changes the schema, or where following names are looked up.
struct SchemaStep: Sendable {
    /// What it does.
    enum Content: Sendable {
        /// A CREATE TABLE that every server takes if there is no table of that name: it is read again where more has to
        /// be known of it.
        case plainTable(TableName)
        /// What it says.
        case statement(StatementTree)
        /// It cannot be read, and concerns this.
        case unreadable(ObjectName?)
    }

    /// Its bytes.
    let range: Range<Int>
    /// What it does.
    let content: Content

    /// The hash of the name of the table, if it makes a plain one and names no keyspace.
    var plainTableHash: Int? {
        guard case .plainTable(let table) = content, table.name.keyspace == nil else { return nil }
        return table.hash
    }

    /// Takes a statement; nil where it matters to nothing behind it.
    init?(_ statement: Statement, _ tree: StatementTree?, release: CassandraRelease) {
        switch statement.summary.kind {
        case .schemaDefinition, .use, .unknown: break
        // Of what changes rows only a batch needs the schema.
        case .modification, .conditionalModification:
            guard case .batch? = tree else { return nil }
        default: return nil
        }
        range = statement.range
        if let tree {
            content = PlainTable(tree, for: release).map { .plainTable(TableName($0.name)) } ?? .statement(tree)
        } else {
            content = .unreadable(statement.summary.object)
        }
    }
}
