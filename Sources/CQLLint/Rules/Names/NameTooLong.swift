extension LintRule {
    /// `name-too-long`
    static let nameTooLong = LintRule(
        "name-too-long", .error,
        "A name is longer than the server allows.",
        explanation: """
            Names of keyspaces have at most 48 characters; so have names of tables before 5.0, from then on 222. \
            The limit is that of the names of files and folders, and cannot be configured.
            """,
        recipe: "Choose a shorter name.",
        check: .refusal { statement in
            guard statement.longestName > 48 else { return nil }
            return statement.remark(
                ifTextHas: "more than 48 characters", "more than 222 characters", "permissible name length")
        }
    )
}
