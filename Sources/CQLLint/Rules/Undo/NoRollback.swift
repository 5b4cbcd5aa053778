import MigrationScripts

extension LintRule {
    /// `no-rollback`
    static let noRollback = LintRule(
        "no-rollback", .warning,
        "A versioned script cannot be taken back.",
        explanation: """
            It has neither a `-- @down` part nor an undo script. `cqlmig rollback` refuses every plan that has \
            to go past this version, and that is found out when somebody needs it.
            """,
        recipe: """
            Write the statements that take it back behind a line `-- @down`, or say `-- @irreversible reason` at \
            the head of the file.
            """,
        example: "CREATE TABLE IF NOT EXISTS users (id uuid PRIMARY KEY);",
        check: .folder { folder in
            let undone = Set(
                folder.scripts.filter { $0.file.name.kind == .undo }.compactMap { $0.file.name.version?.number })
            return folder.scripts.compactMap { script in
                guard script.file.name.kind == .versioned, script.source != nil, !script.hasDownPart,
                    !script.isIrreversible, let version = script.file.name.version?.number, !undone.contains(version)
                else { return nil }
                return FolderRemark(
                    file: script.file,
                    remark: Remark(nil, "There is no `-- @down` part and no undo script: `rollback` cannot go past it.")
                )
            }
        }
    )
}
