/// The names that a comment line `-- @name …` may have, beside the marker `-- @down`.
public enum DirectiveName: String, Hashable, Sendable, CaseIterable {
    /// That the script, or the statement behind it, cannot be taken back, and why.
    case irreversible
    /// That the loss of data by the script, or by the statement behind it, is meant, and why.
    case destructive
}
