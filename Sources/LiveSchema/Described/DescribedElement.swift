import CQLClient
import CQLSyntax

/// One row of a server's DESCRIBE of a keyspace: something that is there.
struct DescribedElement {
    /// `keyspace`, `table`, `type` and so on.
    let type: String
    /// Its name without quotes; of a function without its arguments.
    let name: String
    /// The statement that makes it, perhaps with others behind it; a comment where no statement can.
    let text: String

    /// Reads a row.
    init(_ row: Row) throws(WireError) {
        type = try row.text("type") ?? ""
        text = try row.text("create_statement") ?? ""
        var name = try row.text("name") ?? ""
        if type == "function" || type == "aggregate", let end = name.lastIndex(of: "(") { name = String(name[..<end]) }
        self.name = CQLIdentifier.name(from: name) ?? name
    }

    /// The question for all of a keyspace.
    static func question(_ keyspace: String) -> CQLClient.Statement {
        // One page: also the answers of other nodes are read, and those have one.
        CQLClient.Statement(
            "DESCRIBE KEYSPACE \(CQLIdentifier.quoted(keyspace))", consistency: .one, pageSize: 20_000)
    }
}
