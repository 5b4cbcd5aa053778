import CQLSyntax
import SchemaModel

/// A statement of the schema, and the schema in front of it as the scripts so far make it.
struct ReplayContext: Sendable {
    /// The bytes of the statement.
    let range: Range<Int>
    /// What it says.
    let tree: StatementTree
    /// The schema in front of it.
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

/// A statement that the schema model refuses, as a server would.
struct RefusedStatement: Sendable {
    /// The bytes of the statement.
    let range: Range<Int>
    /// What it says.
    let tree: StatementTree
    /// Why it is refused.
    let refusal: SchemaRefusal
    /// The release whose rules hold.
    let release: CassandraRelease

    /// The server's reason as a part of a message.
    var reason: String {
        let text = refusal.message.hasSuffix(".") ? String(refusal.message.dropLast()) : refusal.message
        return "Cassandra \(release.rawValue) refuses this: \(text)."
    }

    /// The remark for the whole statement, if the server's text holds one of some words.
    func remark(ifTextHas words: String...) -> Remark? {
        guard words.contains(where: refusal.message.contains) else { return nil }
        return Remark(range, reason)
    }
}
