import CQLSyntax
import SchemaModel

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
    /// Whether it was to take something back.
    var isUndo = false

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
