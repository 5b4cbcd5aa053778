import CQLSyntax

extension UnreadableStatement {
    /// Whether it begins a batch.
    var isInBatch: Bool { statement.summary.verb == "BATCH" }

    /// The keyword at which reading failed.
    var keyword: Keyword? {
        guard let token = statement.tokens.first(where: { $0.range.lowerBound == error.range.lowerBound }) else {
            return nil
        }
        return statement.source.keyword(of: token)
    }
}
