/// When to use colours.
public enum ColorChoice: String, Sendable, CaseIterable {
    /// On a terminal that can show them.
    case auto
    case always
    case never
}
