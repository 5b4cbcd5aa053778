import CQLSyntax

extension LintRule {
    /// `using-timestamp`
    static let usingTimestamp = LintRule(
        "using-timestamp", .warning,
        "A statement says which time stamp its writes have.",
        explanation: """
            The greater time stamp wins, whatever was written later. One in the future hides all writes until then; \
            one in the past may itself be hidden, by a deletion as well.
            """,
        recipe: "Leave it out: the time of the statement is what is meant nearly always.",
        example: "UPDATE users USING TIMESTAMP 1767225600000000 SET name = 'admin' WHERE id = 1;",
        check: .statement([.alterTable, .writes]) { statement in
            let message = "The time stamp decides which write wins, and this one may hide what is written later."
            switch statement.tree {
            case .alterTable(let alter):
                guard case .drop(_, _, let timestamp?) = alter.change else { return [] }
                return [
                    Remark(
                        timestamp.span.range,
                        "Values of the column that are younger than this time stamp can come back.")
                ]
            case .insert, .update, .delete, .batch:
                if case .batch(let batch) = statement.tree, batch.using.timestamp != nil {
                    return [Remark(statement.range, message)]
                }
                return statement.tree.modifications.compactMap { modification in
                    guard let timestamp = modification.timestamp else { return nil }
                    guard case .constant(let constant) = timestamp else { return Remark(statement.range, message) }
                    return Remark(constant.span.range, message)
                }
            default: return []
            }
        }
    )
}
