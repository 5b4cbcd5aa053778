extension LintRule {
    /// `udt-in-partition-key`
    static let udtInPartitionKey = LintRule(
        "udt-in-partition-key", .error,
        "ALTER TYPE adds a field to a type that is a part of a partition key.",
        explanation: """
            The bytes of the key decide on which nodes a row lies; with one field more they would be others, so the \
            server refuses it.
            """,
        recipe: "Make a new type, and a new table with it in its key; write to both, copy, switch, drop the old one.",
        example: """
            CREATE TYPE IF NOT EXISTS name (first text);
            CREATE TABLE IF NOT EXISTS users (name frozen<name> PRIMARY KEY);
            ALTER TYPE name ADD last text;
            """,
        check: .refusal { $0.remark(ifTextHas: "being used in partition key") }
    )
}
