import CQLSyntax

extension LintRule {
    /// `udf-disabled`
    static let udfDisabled = LintRule(
        "udf-disabled", .warning,
        "A script makes a function or an aggregate.",
        explanation: """
            Servers refuse functions unless `user_defined_functions_enabled` (before 4.1 \
            `enable_user_defined_functions`) is set on every node, and managed services refuse them altogether. \
            An aggregate is made of functions.
            """,
        recipe: "Make sure that all environments have it, or compute in the program.",
        example: """
            CREATE FUNCTION IF NOT EXISTS twice (x int) CALLED ON NULL INPUT RETURNS int
            LANGUAGE java AS 'return x == null ? null : x * 2;';
            """,
        check: .statement(.functions) { statement in
            switch statement.tree {
            case .createFunction(let create):
                [
                    Remark(
                        create.name.name.span.range,
                        "Functions are off on servers as they are delivered: there the statement is refused.")
                ]
            case .createAggregate(let create):
                [
                    Remark(
                        create.name.name.span.range,
                        "An aggregate needs functions, which are off on servers as they are delivered.")
                ]
            default: []
            }
        }
    )
}
