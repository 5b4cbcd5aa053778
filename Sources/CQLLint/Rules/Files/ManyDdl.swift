import CQLSyntax

extension LintRule {
    /// `many-ddl`
    static let manyDdl = LintRule(
        "many-ddl", .warning,
        "A script changes the schema with more than twenty statements.",
        explanation: """
            Every one of them is a change that all nodes have to agree on and a place where the script can stop half \
            done, for there are no transactions around them.
            """,
        recipe: "Split the script into several versions, or give ALTER TABLE several columns at once.",
        check: .script { script in
            guard script.parsed.up.count > 20 else { return [] }
            let changes = script.parsed.up.filter { $0.summary.kind == .schemaDefinition }
            guard changes.count > 20 else { return [] }
            return [
                Remark(
                    changes[20].range,
                    "The script has \(changes.count) statements that change the schema: \(changes.count) places where "
                        + "it can stop half done.")
            ]
        }
    )
}
