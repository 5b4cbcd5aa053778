import CQLSyntax

extension LintRule {
    /// `counter-ttl`
    static let counterTtl = LintRule(
        "counter-ttl", .error,
        "Counters are to expire.",
        explanation: "The server refuses a time to live for counters, as a default of the table and in a statement.",
        recipe: "Leave it out; delete rows of counters that are no longer needed, and never write to them again.",
        example: "UPDATE visits USING TTL 60 SET n = n + 1 WHERE page = 'home';",
        check: .refusal { $0.remark(ifTextHas: "default_time_to_live on a table with counters") },
        .statement(.writes) { statement in
            statement.tree.modifications.compactMap { modification in
                guard case .update(let update) = modification, update.using.timeToLive != nil,
                    let counter = update.assignments.first(where: \.isCount)
                else { return nil }
                return Remark(
                    counter.column.span.range,
                    "`\(counter.column)` is a counter, and counters take no time to live: the server refuses this.")
            }
        }
    )
}

extension Assignment {
    /// Whether it counts: `n = n + 1`, `n -= 2`.
    var isCount: Bool {
        switch self {
        case .append(_, .constant(let constant)), .remove(_, .constant(let constant)): constant.kind == .integer
        default: false
        }
    }
}
