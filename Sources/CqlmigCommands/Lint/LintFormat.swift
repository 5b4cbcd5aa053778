/// How the findings of the linter are printed.
enum LintFormat: String, CaseIterable, Sendable {
    /// As a compiler does.
    case text
    /// The envelope of every command.
    case json
    /// The Static Analysis Results Interchange Format 2.1.0 of OASIS.
    case sarif
    /// The workflow commands of GitHub Actions.
    case github
    /// The XML that test reports of CI systems are made of.
    case junit
}
