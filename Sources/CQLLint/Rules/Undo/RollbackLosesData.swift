import CQLSyntax

extension LintRule {
    /// `rollback-loses-data`
    static let rollbackLosesData = LintRule(
        "rollback-loses-data", .info,
        "The down part drops what the up part has filled.",
        explanation: "A rollback loses these rows, and what programs have written to them since.",
        recipe: "Take a snapshot before a rollback (`nodetool snapshot`).",
        example: """
            CREATE TABLE IF NOT EXISTS settings (name text PRIMARY KEY, value text);
            INSERT INTO settings (name, value) VALUES ('theme', 'dark');
            -- @down
            DROP TABLE IF EXISTS settings;
            """,
        check: .script(.writes) { script in
            guard script.parsed.down != nil else { return [] }
            var filled: Set<QualifiedName> = []
            var remarks: [Remark] = []
            for statement in script.statements {
                if statement.part == .up {
                    for modification in statement.tree.modifications { filled.insert(modification.table) }
                    continue
                }
                guard !filled.isEmpty else { break }
                let table: QualifiedName
                switch statement.tree {
                case .dropTable(let drop): table = drop.name
                case .alterTable(let alter):
                    guard case .drop = alter.change else { continue }
                    table = alter.name
                case .truncate(let name): table = name
                default: continue
                }
                guard filled.contains(table) else { continue }
                remarks.append(
                    Remark(
                        statement.range, "A rollback loses what the script and all programs have written to `\(table)`."
                    ))
            }
            return remarks
        }
    )
}
