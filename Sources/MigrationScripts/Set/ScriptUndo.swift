public import CQLSyntax

/// What takes a versioned script back.
public struct ScriptUndo: Hashable, Sendable {
    /// The script in which the statements stand: the versioned one itself, or its undo script.
    public let script: MigrationScript
    /// The part of that script.
    public let part: ScriptPart
    /// The checksum of the part.
    public let checksum: Checksum

    /// The statements in order; none where an empty `-- @down` part says that there is nothing to take back.
    ///
    /// The text is read again with every call.
    public func statements() -> [Statement] { script.parsed().statements(of: part) }
}
