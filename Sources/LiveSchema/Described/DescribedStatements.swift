import CQLClient
import CQLSyntax
import SchemaModel

/// What a server's DESCRIBE of a keyspace says: the statements that make it and what is in it.
struct DescribedStatements {
    let trees: [StatementTree]

    /// Reads the `create_statement` of each row of an answer, which may be several statements, or a comment.
    ///
    /// - Parameter rows: What `system_schema` has of the keyspace: the names of the columns of its tables.
    /// - Throws: ``LiveSchemaError/unreadable(_:)``.
    init(_ texts: [String], release: CassandraRelease, beside rows: [SystemRow]) throws(LiveSchemaError) {
        var trees: [StatementTree] = []
        for text in texts { trees += try Self.trees(text, release, rows) }
        self.trees = trees
    }

    /// The question for all of a keyspace.
    static func question(_ keyspace: String) -> CQLClient.Statement {
        // One page: also the answers of other nodes are read, and those have one.
        CQLClient.Statement(
            "DESCRIBE KEYSPACE \(CQLIdentifier.quoted(keyspace))", consistency: .one, pageSize: 20_000)
    }

    /// The text in a row of the answer.
    static func text(of row: Row) throws(WireError) -> String { try row.text("create_statement") ?? "" }

    private static func trees(
        _ text: String, _ release: CassandraRelease, _ rows: [SystemRow]
    ) throws(LiveSchemaError) -> [StatementTree] {
        do throws(SyntaxError) { return try read(text, release) } catch {
            // The server's text of a table may not be its own CQL.
            guard let table = rows.first(where: { $0.table == "tables" && text.hasPrefix(head(of: $0)) }) else {
                throw unreadable(error.diagnostic.message)
            }
            let name = table.values["table_name"]
            let columns = rows.filter { $0.table == "columns" && $0.values["table_name"] == name }
            let quoted = BareChecks.quoted(text, columns: columns.compactMap { $0.text("column_name") })
            do throws(SyntaxError) { return try read(quoted, release) } catch {
                throw unreadable(error.diagnostic.message)
            }
        }
    }

    private static func head(of table: SystemRow) -> String {
        let name = ObjectName(keyspace: table.text("keyspace_name"), name: table.text("table_name") ?? "")
        return "CREATE TABLE \(name) ("
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
}

extension SystemRow {
    /// The text in a column.
    func text(_ column: String) -> String? {
        guard case .text(let text)? = values[column] else { return nil }
        return text
    }
}
