import CQLSyntax

extension LintRule {
    /// `ddl-then-dml`
    static let ddlThenDml = LintRule(
        "ddl-then-dml", .warning,
        "A script writes to a table that it has just made or changed.",
        explanation: """
            cqlmig waits until all nodes that are up agree on the schema. A node that comes back in between may not \
            know the table yet and refuses the write; a tool that does not wait fails often.
            """,
        recipe: "Put the rows into a version of their own, behind the one that makes the table.",
        example: """
            CREATE TABLE IF NOT EXISTS settings (name text PRIMARY KEY, value text);
            INSERT INTO settings (name, value) VALUES ('theme', 'dark');
            """,
        check: .script(.writes) { script in
            var changed: Set<QualifiedName> = []
            var remarks: [Remark] = []
            for statement in script.statements where statement.part == .up {
                switch statement.tree {
                case .createTable(let create): changed.insert(create.name)
                case .alterTable(let alter): changed.insert(alter.name)
                case .insert, .update, .delete, .batch:
                    guard !changed.isEmpty else { continue }
                    // Once for each table is enough.
                    for modification in statement.tree.modifications
                    where changed.remove(modification.table) != nil {
                        remarks.append(
                            Remark(
                                modification.table.name.span.range,
                                "A node that was down may not know yet what the script has made of "
                                    + "`\(modification.table)`."))
                    }
                default: break
                }
            }
            return remarks
        }
    )
}
