import CQLSyntax

extension SchemaPlanner {
    /// Drops the aggregates and the functions that the goal has not: an aggregate before what it calls.
    mutating func dropFunctions() {
        for aggregate in start.aggregates.values.sorted(by: { $0.signature < $1.signature })
        where goal.aggregates[aggregate.signature] == nil {
            drop(aggregate, .risky("queries that call it fail"))
        }
        for function in start.functions.values.sorted(by: { $0.signature < $1.signature })
        where goal.functions[function.signature] == nil {
            // What calls it and stays by its name is made anew with what it calls then.
            for aggregate in callers(of: function) { drop(aggregate, Self.untilBack) }
            drop(function, .risky("queries that call it fail"))
        }
    }

    private static let untilBack = PlanStep.Verdict.risky("queries that call it fail until it is back")

    /// Creates and replaces functions, then aggregates.
    mutating func makeFunctions() {
        for function in goal.functions.values.sorted(by: { $0.signature < $1.signature }) { make(function) }
        for aggregate in goal.aggregates.values.sorted(by: { $0.signature < $1.signature }) { make(aggregate) }
    }

    private mutating func make(_ function: UserFunction) {
        let object = SchemaDifference.Object.function(keyspace: start.name, signature: function.signature)
        guard let text = written.functions.values.first(where: { isSame($0, function) }) else { return }
        guard let existing = current.functions[function.signature] else {
            run(describer.statement(making: text), object, .safe)
            return
        }
        guard existing != function else { return }
        let replacement = describer.statement(making: text, orReplace: true)
        if accepts(replacement) {
            run(replacement, object, .risky("queries that call it get what the new one returns"))
            return
        }
        // What a function returns, and what it does with null, is changed by no statement.
        for aggregate in callers(of: existing) { drop(aggregate, Self.untilBack) }
        drop(existing, Self.untilBack)
        run(describer.statement(making: text), object, .safe)
    }

    private mutating func make(_ aggregate: UserAggregate) {
        let object = SchemaDifference.Object.aggregate(keyspace: start.name, signature: aggregate.signature)
        guard let text = written.aggregates.values.first(where: { isSame($0, aggregate) }) else { return }
        if let existing = current.aggregates[aggregate.signature] {
            guard existing != aggregate else { return }
            drop(existing, Self.untilBack)
        }
        run(describer.text(text), object, .safe)
    }

    /// Whether one is the other as the statements write it.
    private func isSame(_ written: UserFunction, _ function: UserFunction) -> Bool {
        written.moved(from: written.keyspace, to: start.name) == function
    }

    private func isSame(_ written: UserAggregate, _ aggregate: UserAggregate) -> Bool {
        written.moved(from: written.keyspace, to: start.name) == aggregate
    }

    private func callers(of function: UserFunction) -> [UserAggregate] {
        current.aggregates.values.filter { $0.calls(function) }.sorted { $0.signature < $1.signature }
    }

    private mutating func drop(_ function: UserFunction, _ verdict: PlanStep.Verdict) {
        run(
            "DROP FUNCTION \(call(function.name, function.arguments.map(\.type)));",
            .function(keyspace: start.name, signature: function.signature), verdict)
    }

    private mutating func drop(_ aggregate: UserAggregate, _ verdict: PlanStep.Verdict) {
        run(
            "DROP AGGREGATE \(call(aggregate.name, aggregate.argumentTypes));",
            .aggregate(keyspace: start.name, signature: aggregate.signature), verdict)
    }

    private func call(_ name: String, _ types: [DataType]) -> String {
        let description = FunctionDescription(release: release)
        return "\(self.name(name))(\(types.map(description.text).joined(separator: ", ")))"
    }
}
