import SchemaModel

extension LintRule {
    /// `unknown-object`
    static let unknownObject = LintRule(
        "unknown-object", .error,
        "A statement needs an object that no earlier script makes.",
        explanation: """
            The scripts are replayed in the order in which they run. The object may have been renamed or dropped \
            by an earlier script, may be made by a later one, or may exist in one cluster only; an empty \
            keyspace cannot be migrated.
            """,
        recipe: "Correct the name, or make the object in an earlier script.",
        example: "ALTER TABLE no_such_table ADD phone text;",
        check: .refusal { statement in
            statement.isAboutAbsence ? Remark(statement.range, statement.reason) : nil
        }
    )
}

extension RefusedStatement {
    /// The words in which the servers say that something is not there.
    private static let words = [
        "doesn't exist", "does not exist", "unconfigured table", "was not found in table", "Undefined column name",
        "Unknown type", "unknown column", "No user type named", "nknown keyspace", "Unknown field",
        "could not be found", "non existing",
    ]

    /// Whether something is not there.
    var isAboutAbsence: Bool { Self.words.contains(where: refusal.message.contains) }
}
