import CQLSyntax
import SchemaModel

/// A statement of the schema, and the schema in front of it as the scripts so far make it.
struct ReplayContext: Sendable {
    /// The bytes of the statement.
    let range: Range<Int>
    /// What it says.
    let tree: StatementTree
    /// The schema in front of it.
    ///
    /// Of the tables those are in it for sure that the statement names; what no statement behind its CREATE names may
    /// be missing.
    let catalogue: Catalogue
    /// What it is applied with.
    let context: SchemaContext
    /// The tables that earlier statements dropped, as `keyspace.name`.
    let droppedTables: Set<String>

    /// The table of a name in the schema in front of the statement.
    func table(_ name: QualifiedName) -> Table? {
        guard let keyspace = name.keyspace?.text ?? context.keyspace else { return nil }
        return catalogue.table(name.name.text, in: keyspace)
    }

    /// The full name of an object.
    func fullName(_ name: QualifiedName) -> String {
        "\(name.keyspace?.text ?? context.keyspace ?? "").\(name.name.text)"
    }
}
