import CQLSyntax
import MigrationScripts

/// Refuses a plan that would destroy the log by which the next plan is made.
struct OwnTablesGate {
    let historyKeyspace: String

    func check(_ plan: KeyspacePlan) throws(MigrationError) {
        var problems: [ScriptProblem] = []
        for planned in plan.scripts {
            let ranges = Set(planned.remaining.map(\.statement.range))
            let file = planned.statements.first?.statement.source
            guard let file else { continue }
            problems += ParsedScript(file)
                .refusals(historyKeyspace: historyKeyspace, targetKeyspace: plan.keyspace)
                .filter { $0.place.map { ranges.contains($0.range) } ?? true }
        }
        guard problems.isEmpty else {
            throw MigrationError(
                .ownTables, "a script would destroy the log of what was applied",
                hint: "take the statement out: the history keyspace and its tables are the tool's own",
                problems: problems)
        }
    }
}
