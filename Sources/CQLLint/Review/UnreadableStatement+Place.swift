import CQLSyntax

extension UnreadableStatement {
    /// Whether it begins a batch.
    var isInBatch: Bool { statement.summary.verb == "BATCH" }

    /// The keyword at which reading failed.
    var keyword: Keyword? {
        statement.tokens.first { $0.range.lowerBound == error.range.lowerBound }?.keyword
    }
}
