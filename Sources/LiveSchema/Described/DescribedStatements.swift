import CQLSyntax
import SchemaModel

/// The statements in a row of a server's DESCRIBE; none where it is a comment.
struct DescribedStatements {
    let trees: [StatementTree]

    /// Reads a row.
    ///
    /// - Parameter rows: What `system_schema` has of the keyspace: the names of the columns of its tables.
    /// - Throws: ``LiveSchemaError/unreadable(_:)``.
    init(
        _ element: DescribedElement, release: CassandraRelease, beside rows: [SystemRow]
    ) throws(LiveSchemaError) {
        do throws(SyntaxError) { trees = try Self.read(element.text, release) } catch {
            // The server's text of a table may not be its own CQL.
            guard element.type == "table" else { throw Self.unreadable(error) }
            let columns = rows.filter { $0.table == "columns" && $0.text("table_name") == element.name }
            let quoted = BareChecks.quoted(element.text, columns: columns.compactMap { $0.text("column_name") })
            do throws(SyntaxError) { trees = try Self.read(quoted, release) } catch { throw Self.unreadable(error) }
        }
    }

    private static func read(_ text: String, _ release: CassandraRelease) throws(SyntaxError) -> [StatementTree] {
        let script = ParsedScript(SourceText(name: "DESCRIBE", text: text))
        if let first = script.diagnostics.first(where: { $0.severity == .error }) { throw SyntaxError(first) }
        var reader = TreeReader(script.lexed, for: release)
        var trees: [StatementTree] = []
        for statement in script.up { trees.append(try reader.tree(of: statement)) }
        return trees
    }

    private static func unreadable(_ error: SyntaxError) -> LiveSchemaError {
        .unreadable("what the server's DESCRIBE says cannot be read: \(error.diagnostic.message)")
    }
}

extension SystemRow {
    /// The text in a column.
    func text(_ column: String) -> String? {
        guard case .text(let text)? = values[column] else { return nil }
        return text
    }
}
