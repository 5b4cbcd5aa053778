import CQLSyntax

extension LintRule {
    /// `nested-batch`
    static let nestedBatch = LintRule(
        "nested-batch", .error,
        "A BATCH stands in another one.",
        explanation: "The grammar knows INSERT, UPDATE and DELETE in a batch, and nothing else.",
        recipe: "End the first batch with `APPLY BATCH;`, or write all modifications into one.",
        check: .unreadable { unreadable in
            guard unreadable.isInBatch, unreadable.keyword == .begin else { return nil }
            return Remark(unreadable.error.range, "A batch cannot stand in a batch.")
        }
    )
}
