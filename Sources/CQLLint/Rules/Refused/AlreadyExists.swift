extension LintRule {
    /// `already-exists`
    static let alreadyExists = LintRule(
        "already-exists", .error,
        "A statement makes what an earlier script has made.",
        explanation: """
            The scripts are replayed in the order in which they run, and the server refuses to make an object \
            twice.
            """,
        recipe: "Remove one of the two, or change the object with ALTER.",
        example: """
            CREATE TABLE users (id int PRIMARY KEY);
            CREATE TABLE users (id int PRIMARY KEY);
            """,
        check: .refusal {
            $0.remark(
                ifTextHas: "already exist", "Cannot add existing keyspace", "is a duplicate of existing index",
                "another column", "conflicts with")
        }
    )
}
