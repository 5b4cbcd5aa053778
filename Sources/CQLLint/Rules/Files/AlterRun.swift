import CQLSyntax

extension LintRule {
    /// `alter-run`
    static let alterRun = LintRule(
        "alter-run", .info,
        "Several ALTER TABLE in a row change one table in the same way.",
        explanation: "Each of them is a change of its own that all nodes have to agree on.",
        recipe: "Write the columns into one statement: `ALTER TABLE t ADD (a int, b text)`, `\u{2026} DROP (a, b)`.",
        example: """
            ALTER TABLE users ADD phone text;
            ALTER TABLE users ADD fax text;
            """,
        check: .script(.alterTable) { script in
            var remarks: [Remark] = []
            for (first, second) in zip(script.statements, script.statements.dropFirst()) {
                guard case .alterTable(let second_) = second.tree, case .alterTable(let first_) = first.tree,
                    first.part == second.part, first_.name == second_.name
                else { continue }
                switch (first_.change, second_.change) {
                case (.add, .add), (.drop, .drop):
                    remarks.append(
                        Remark(second.range, "This and the statement before it could be one change of the schema."))
                default: continue
                }
            }
            return remarks
        }
    )
}
