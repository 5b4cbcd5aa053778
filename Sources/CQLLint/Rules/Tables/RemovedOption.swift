import CQLSyntax

extension LintRule {
    /// `removed-option`
    static let removedOption = LintRule(
        "removed-option", .error,
        "A table gets an option that the release does not have.",
        explanation: """
            `read_repair_chance` and `dclocal_read_repair_chance` went with 4.0, DateTieredCompactionStrategy and the \
            old names in `compression` with 5.0. The server refuses an option that it does not know; a managed service \
            may take it and drop it without a word.
            """,
        recipe: "Leave it out, or write what took its place.",
        example: "CREATE TABLE IF NOT EXISTS users (id uuid PRIMARY KEY) WITH read_repair_chance = 0.1;",
        check: .refusal { statement in
            statement.remark(
                ifTextHas: "Unknown property", "property 'caching'", "Unable to find compaction strategy class",
                "Unknown compression options",
                "since no compression class found", "Missing sub-option 'class' for the 'compression' option")
        }
    )
}
