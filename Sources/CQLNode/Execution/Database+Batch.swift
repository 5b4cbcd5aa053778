public import CQLSyntax
public import CQLWire
public import SchemaModel

extension Database {
    /// Executes a BATCH request.
    ///
    /// - Throws: The server's refusal; then nothing has changed.
    public mutating func executeBatch(
        _ kind: BatchTree.Kind,
        _ entries: [BatchEntry],
        catalogue: Catalogue,
        context: ExecutionContext
    ) throws(ServerError) -> ExecutionResult {
        let environment = StatementEnvironment(catalogue: catalogue, context: context)
        let plan = try BatchPlan(kind, entries, environment)
        return try execute(plan, entries.map(\.values), context)
    }

    /// Executes a batch with values for all of it or for each of its writes.
    mutating func execute(_ plan: BatchPlan, _ values: [BoundValues], _ context: ExecutionContext) throws(ServerError)
        -> ExecutionResult
    {
        try context.checkWriteConsistency(isConditional: plan.isConditional)
        let identifiers = startTime(context)
        var writes: [(modification: Modification, evaluator: TermEvaluator)] = []
        var shared: [BoundValue] = []
        if values.count == 1, plan.modifications.count != 1 || !plan.markers.isEmpty {
            shared = try values[0].matched(to: plan.markers, context)
        }
        for (index, modification) in plan.modifications.enumerated() {
            var bound = shared
            if plan.markers.isEmpty, index < values.count, !(values.count == 1 && plan.modifications.count != 1) {
                bound = try values[index].matched(to: modification.markers, context)
            }
            writes.append((modification, TermEvaluator(values: bound, context: context, identifiers: identifiers)))
        }
        if plan.isConditional { return try executeConditionally(writes, isBatch: true, context) }
        var timestamp = context.defaultTimestamp ?? identifiers.now
        if let term = plan.timestamp, var evaluator = writes.first?.evaluator, let bytes = try evaluator.bytes(term) {
            timestamp = bytes.reduce(bytes.first.map { $0 >= 0x80 } ?? false ? -1 : 0) { $0 << 8 | Int64($1) }
        }
        var mutations: [Mutation] = []
        for (modification, evaluator) in writes {
            mutations += try self.mutations(modification, timestamp, evaluator)
        }
        apply(mutations)
        return ExecutionResult(.void)
    }
}
