import CQLSyntax

extension LintRule {
    /// `column-drop-unstaged`
    static let columnDropUnstaged = LintRule(
        "column-drop-unstaged", .warning,
        "One script adds to a table what is to take the place of a column, and drops that column.",
        explanation: """
            There is no moment at which the old and the new program both work: the old one fails when the column is \
            gone, and the new one finds what was written before the copy and nothing after it.
            """,
        recipe: """
            Make it two versions: add the new column and write to both, copy the values; when every program reads the \
            new one, drop the old one.
            """,
        example: """
            ALTER TABLE users ADD email_address text;
            ALTER TABLE users DROP email;
            """,
        check: .script(.alterTable) { script in
            var grown: Set<QualifiedName> = []
            var remarks: [Remark] = []
            for statement in script.statements {
                guard case .alterTable(let alter) = statement.tree, !statement.isUndo else { continue }
                switch alter.change {
                case .add: grown.insert(alter.name)
                case .drop(let names, _, _) where grown.contains(alter.name):
                    for name in names {
                        remarks.append(
                            Remark(
                                name.span.range,
                                "`\(name)` goes in the script that adds to `\(alter.name)`: no program can have moved "
                                    + "in between."))
                    }
                default: break
                }
            }
            return remarks
        }
    )
}
