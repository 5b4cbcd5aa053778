import CQLSyntax

extension LintRule {
    /// `irreversible-unmarked`
    static let irreversibleUnmarked = LintRule(
        "irreversible-unmarked", .warning,
        "A script that cannot be taken back has a down part.",
        explanation: """
            No statement brings rows back that were dropped, or takes a field away from a type. The down part can make \
            the shape again, and a rollback would say that it has taken the version back.
            """,
        recipe: "Say `-- @irreversible reason` at the head of the file and remove the down part.",
        example: """
            DROP TABLE IF EXISTS users;
            -- @down
            CREATE TABLE IF NOT EXISTS users (id uuid PRIMARY KEY);
            """,
        check: .script([.dropTable, .keyspaces, .truncate, .alterTable, .types]) { script in
            guard script.parsed.down?.isEmpty == false,
                !script.parsed.headDirectives.contains(where: { $0.name == "irreversible" })
            else { return [] }
            return script.statements.compactMap { statement in
                guard statement.part == .up else { return nil }
                let what: String
                switch statement.tree {
                case .dropTable, .dropKeyspace, .truncate: what = "the rows"
                case .alterTable(let alter):
                    guard case .drop = alter.change else { return nil }
                    what = "the values"
                case .alterType(let alter):
                    guard case .add(let field, _) = alter.change else { return nil }
                    return Remark(statement.range, "No release can take the field `\(field.name)` away again.")
                default: return nil
                }
                return Remark(statement.range, "The down part cannot bring \(what) back.")
            }
        }
    )
}
