import CQLSyntax

extension LintRule {
    /// `seed-rows`
    static let seedRows = LintRule(
        "seed-rows", .warning,
        "A script writes more than a hundred rows.",
        explanation: """
            Every statement is sent, answered and noted in the log before the next one; a migration is no way to load \
            data, and what it loads belongs to the history of every new environment.
            """,
        recipe:
            "Load rows with a tool for it (cqlsh COPY, dsbulk); keep those in scripts that programs cannot do without.",
        check: .script(.writes) { script in
            guard script.parsed.up.count > 100 else { return [] }
            let inserts = script.parsed.up.filter { $0.summary.verb == "INSERT" }
            guard inserts.count > 100 else { return [] }
            return [
                Remark(
                    inserts[100].range,
                    "The script has \(inserts.count) INSERT statements, each of them a step of its own.")
            ]
        }
    )
}
