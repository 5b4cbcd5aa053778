import CQLSyntax

extension LintRule {
    /// `ddl-in-batch`
    static let ddlInBatch = LintRule(
        "ddl-in-batch", .error,
        "A BATCH holds something else than INSERT, UPDATE and DELETE.",
        explanation: """
            The grammar knows nothing else in a batch: there is no way to make several changes of the schema one.
            """,
        recipe: "Put it in front of the batch or behind it, with a `;` of its own.",
        example: """
            BEGIN BATCH
            TRUNCATE users;
            APPLY BATCH;
            """,
        check: .unreadable { unreadable in
            guard unreadable.isInBatch, let keyword = unreadable.keyword else { return nil }
            switch keyword {
            case .create, .alter, .drop, .truncate, .select, .use, .grant, .revoke, .describe, .list:
                let verb = keyword.rawValue.uppercased()
                return Remark(
                    unreadable.error.range, "\(verb) cannot stand in a batch, which takes INSERT, UPDATE and DELETE.")
            default: return nil
            }
        }
    )
}
