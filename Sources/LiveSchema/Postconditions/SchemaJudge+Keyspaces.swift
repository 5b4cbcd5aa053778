import CQLSyntax
import SchemaModel

/// Keyspaces.
extension SchemaJudge {
    func keyspaceMade() throws(Undecidable) -> SchemaVerdict {
        let found = try catalogue()
        guard found[keyspace] != nil else {
            return .notLanded("keyspace \(CQLIdentifier.quoted(keyspace)) is not there")
        }
        return verdict(of: conflicts(asked: try outcome(in: Catalogue()), found: found))
    }

    /// It has taken effect where it would change nothing.
    func keyspaceAltered() throws(Undecidable) -> SchemaVerdict {
        let found = try catalogue()
        guard found[keyspace] != nil else {
            return .notLanded("keyspace \(CQLIdentifier.quoted(keyspace)) is not there")
        }
        let conflicts = conflicts(asked: try outcome(in: found), found: found)
        return conflicts.isEmpty ? .landed : .notLanded(conflicts.map(\.description).joined(separator: "; "))
    }
}
