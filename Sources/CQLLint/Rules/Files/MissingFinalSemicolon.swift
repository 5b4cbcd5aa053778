import CQLSyntax

extension LintRule {
    /// `missing-final-semicolon`
    static let missingFinalSemicolon = LintRule(
        "missing-final-semicolon", .warning,
        "The last statement of a part does not end in `;`.",
        explanation: """
            cqlmig runs it all the same. cqlsh reports an incomplete statement at the end of the file and does \
            not run it, and a statement that is added below becomes a part of this one.
            """,
        recipe: "End every statement with `;`.",
        example: "CREATE TABLE users (id uuid PRIMARY KEY)",
        check: .script { script in
            ScriptPart.allCases.compactMap { part in
                guard let last = script.parsed.statements(of: part).last, !script.parsed.hasErrors else { return nil }
                let next = script.parsed.lexed.tokens[last.tokens.endIndex...].first { !$0.kind.isComment }
                guard next?.kind != .semicolon else { return nil }
                let end = last.range.upperBound
                return Remark(
                    end..<end, "The last statement does not end in `;`: cqlsh would not run it.",
                    edits: [.insertion(";", at: end)])
            }
        }
    )
}
