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
        let message = Self.withoutNamelessKeyspace(refusal.message)
        let text = message.hasSuffix(".") ? String(message.dropLast()) : message
        return "Cassandra \(release.rawValue) refuses this: \(text)."
    }

    /// The server's text without the keyspace that stands for one that was not named.
    private static func withoutNamelessKeyspace(_ text: String) -> String {
        let name = FolderReplay.namelessKeyspace
        var text = text
        for words in [" to keyspace \"\(name)\"", "\(name)."] {
            while let range = text.firstRange(of: words) { text.removeSubrange(range) }
        }
        return text
    }

    /// The remark for the whole statement, if the server's text holds one of some words.
    func remark(ifTextHas words: String...) -> Remark? {
        guard words.contains(where: refusal.message.contains) else { return nil }
        return Remark(range, reason)
    }
}
