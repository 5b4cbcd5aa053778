import CQLClient

/// What stands against a plan and was not let pass.
struct PlanGate {
    let allowed: Set<Allowance>
    /// Whether open statements are let pass: they are looked into under the lock.
    var passesUnknown = false
    /// What reads the statements; nil where nothing is sent.
    var grammar: GrammarGate?

    /// Throws for the findings of a plan that forbid to go on: the gravest kind, with all findings of that kind.
    func check(_ plan: KeyspacePlan) throws(MigrationError) {
        let order: [(Finding.Kind, MigrationError.Code, Allowance?)] = [
            (.unknown, .outcomeUnknown, nil),
            (.halfAppliedChanged, .halfAppliedChanged, nil),
            (.halfRolledBack, .halfRolledBack, nil),
            (.changed, .changed, .changed),
            (.missing, .missing, .missing),
            (.outOfOrder, .outOfOrder, .outOfOrder),
        ]
        for (kind, code, allowance) in order {
            if let allowance, allowed.contains(allowance) { continue }
            if kind == .unknown, passesUnknown { continue }
            let findings = plan.findings.filter { $0.kind == kind }
            guard let first = findings.first else { continue }
            throw MigrationError(
                code,
                findings.count == 1
                    ? first.message : "\(findings.count) findings: \(findings.map(\.message).joined(separator: "; "))",
                hint: first.hint, notes: ["keyspace \(plan.keyspace)"], findings: findings,
                outcome: kind == .unknown ? .unknown : nil)
        }
        try grammar?.check(plan)
    }
}
