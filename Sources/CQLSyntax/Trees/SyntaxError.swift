/// Why a statement cannot be read as CQL.
public struct SyntaxError: Error, Hashable, Sendable {
    /// What is wrong and where.
    public let diagnostic: Diagnostic

    /// What it is where a server has words of its own for it, and no error of its grammar.
    public let earlyRefusal: EarlyRefusal?

    /// Makes an error.
    public init(_ diagnostic: Diagnostic, earlyRefusal: EarlyRefusal? = nil) {
        self.diagnostic = diagnostic
        self.earlyRefusal = earlyRefusal
    }
}
