import CQLSyntax

extension LintRule {
    /// `index-build-load`
    static let indexBuildLoad = LintRule(
        "index-build-load", .warning,
        "An index or a view is made on a table that may hold rows.",
        explanation: """
            Every node reads its whole table to build it, in the background and all at once. The statement is \
            answered before that, and queries by the index fail or miss rows until it is done.
            """,
        recipe: """
            Choose a quiet hour, and release the programs that need it once it is built everywhere \
            (`nodetool viewbuildstatus`, `system."IndexInfo"`, for SAI `system_views.sai_column_indexes`).
            """,
        example: "CREATE INDEX IF NOT EXISTS users_by_email ON users (email);",
        check: .script([.indexes, .views]) { script in
            var made: Set<QualifiedName> = []
            var remarks: [Remark] = []
            for statement in script.statements where !statement.isUndo {
                let table: QualifiedName
                switch statement.tree {
                case .createTable(let create):
                    made.insert(create.name)
                    continue
                case .createIndex(let create): table = create.table
                case .createView(let create): table = create.table
                default: continue
                }
                guard !made.contains(table) else { continue }
                remarks.append(
                    Remark(
                        table.name.span.range,
                        "Every node reads all its rows of `\(table)` for it, and the statement does not wait for that.")
                )
            }
            return remarks
        }
    )
}
