/// What is to become of the findings of a rule of the linter.
public enum LintLevelName: String, Sendable, CaseIterable {
    /// They are not looked for.
    case off
    /// Good to know.
    case info
    /// They are shown, and fail with `--strict` only.
    case warning
    /// They fail.
    case error
}
