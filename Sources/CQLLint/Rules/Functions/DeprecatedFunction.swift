import CQLSyntax

extension LintRule {
    /// `deprecated-function`
    static let deprecatedFunction = LintRule(
        "deprecated-function", .warning,
        "A statement uses a function, or a language of functions, that a later release does not have.",
        explanation: """
            The release that was asked for takes it; a cluster that is upgraded refuses the same script. `dateOf`, \
            `unixTimestampOf` and functions in JavaScript are gone in 5.0.
            """,
        recipe: "Write `toTimestamp` and `toUnixTimestamp`; write functions in Java.",
        check: .statement([.functions, .select, .writes]) { statement in
            if case .createFunction(let create) = statement.tree {
                guard create.language.lowercased() != "java" else { return [] }
                return [
                    Remark(
                        create.name.name.span.range,
                        "5.0 and later have no functions in \(create.language), and earlier ones only where they are "
                            + "switched on.")
                ]
            }
            guard let release = statement.release, release < .v50 else { return [] }
            return statement.tree.oldCalls.map {
                Remark(
                    $0.name.span.range, "5.0 and later have no function `\($0)`.",
                    hint: "Write `\(successor(of: $0.name.text))`.")
            }
        }
    )
}
