/// `COMMENT ON` and `SECURITY LABEL ON` (6.0).
public struct Annotation: Hashable, Sendable {
    /// What is noted.
    public enum Kind: Hashable, Sendable {
        /// A comment.
        case comment
        /// A security label, of a provider where FOR names one.
        case securityLabel(provider: Name?)
    }

    /// What it is noted of.
    public enum Target: Hashable, Sendable {
        case keyspace(Name)
        case table(QualifiedName)
        /// A table and a column of it.
        case column(QualifiedName, Name)
        case type(QualifiedName)
        /// A type and a field of it.
        case field(QualifiedName, Name)
    }

    /// What is noted.
    public let kind: Kind
    /// What it is noted of.
    public let target: Target
    /// The text behind IS; nil for NULL, which takes it away.
    public let text: String?

    /// Makes a statement.
    public init(_ kind: Kind, on target: Target, text: String?) {
        self.kind = kind
        self.target = target
        self.text = text
    }
}
