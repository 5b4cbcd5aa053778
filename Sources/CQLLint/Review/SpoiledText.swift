import CQLSyntax

/// The part of a script of whose statements nothing more is to be said, after what reading the text brought up.
struct SpoiledText {
    /// What an error makes of the text behind it: statements that were never written.
    private static let codesToTheEnd = LintRule.literalCodes.union([
        .encoding, .unterminatedBatch, .unterminatedTransaction,
    ])

    private let errors: [Range<Int>]
    /// From where on nothing can be trusted.
    private let end: Int

    init(_ diagnostics: [Diagnostic]) {
        let found = diagnostics.filter { $0.severity == .error }
        errors = found.map(\.range)
        // What is no text in one place is none in all of them.
        end =
            found.contains { $0.code == .encoding }
            ? 0 : found.filter { Self.codesToTheEnd.contains($0.code) }.map(\.range.lowerBound).min() ?? .max
    }

    /// Whether a statement has been reported, or is made of text that cannot be trusted.
    func covers(_ statement: Range<Int>) -> Bool {
        statement.upperBound > end || errors.contains { statement.contains($0.lowerBound) }
    }
}
