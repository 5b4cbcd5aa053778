/// One of the two parts of a script.
public enum ScriptPart: String, Hashable, Sendable, CaseIterable {
    /// What applies the migration: everything, or what stands in front of the `-- @down` marker.
    case up
    /// What takes it back: what stands behind the marker.
    case down
}
