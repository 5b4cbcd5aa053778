public import CQLSyntax

/// One statement of a part of a script, with what the log identifies it by.
public struct ScriptStatement: Hashable, Sendable {
    /// Its number in its part, from 1.
    public let number: Int
    /// The statement: its text, kind and place.
    public let statement: Statement
    /// The checksum of its tokens, without directives.
    ///
    /// Two statements that differ only in comments and white space have one.
    public let hash: Checksum
}
