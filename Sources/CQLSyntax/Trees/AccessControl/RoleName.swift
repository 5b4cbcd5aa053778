/// The name of a role: a bare word in lower case, or what stands between quotes of either kind.
public struct RoleName: Hashable, Sendable {
    /// The name without quotes.
    public let text: String
    /// Where it stands.
    public let span: Span

    /// Makes a name.
    public init(_ text: String, at span: Span = .none) {
        self.text = text
        self.span = span
    }
}
