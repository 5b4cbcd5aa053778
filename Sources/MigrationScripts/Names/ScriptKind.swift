/// When a script runs, which its file name says.
public enum ScriptKind: String, Hashable, Sendable, CaseIterable {
    /// `V<version>__…` or `<digits>_…`: once, in the order of the versions.
    case versioned
    /// `U<version>__…`: on rollback of that version.
    case undo
    /// `R__…`: when its checksum differs from the one last applied.
    case repeatable
    /// `A__…`: on every `migrate`.
    case always
}
