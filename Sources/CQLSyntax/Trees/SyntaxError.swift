/// Why a statement cannot be read as CQL.
public struct SyntaxError: Error, Hashable, Sendable {
    /// What is wrong and where.
    public let diagnostic: Diagnostic

    /// Makes an error.
    public init(_ diagnostic: Diagnostic) { self.diagnostic = diagnostic }
}
