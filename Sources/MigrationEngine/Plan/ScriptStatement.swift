public import CQLSyntax
public import MigrationScripts

/// One statement of a part of a script, with what the log identifies it by.
public struct ScriptStatement: Equatable, Sendable {
    /// Its number within the part, from 1.
    public let number: Int
    /// Its text, kind and place.
    public let statement: Statement
    /// The checksum of its tokens.
    public let hash: Checksum

    /// Numbers and hashes the statements of a part.
    ///
    /// - Throws: `MigrationError.local` when OpenSSL refuses SHA-256.
    static func list(_ statements: [Statement]) throws(MigrationError) -> [ScriptStatement] {
        var list: [ScriptStatement] = []
        list.reserveCapacity(statements.count)
        for statement in statements {
            do {
                list.append(
                    ScriptStatement(number: list.count + 1, statement: statement, hash: try statement.checksum()))
            } catch {
                throw MigrationError(.local, "\(error)")
            }
        }
        return list
    }
}
