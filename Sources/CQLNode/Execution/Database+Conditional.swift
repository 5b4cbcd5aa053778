import CQLSyntax
import CQLWire

extension Database {
    /// Executes writes of which at least one is conditional, all or none of them.
    mutating func executeConditionally(
        _ writes: [(modification: Modification, evaluator: TermEvaluator)],
        isBatch: Bool,
        _ context: ExecutionContext
    ) throws(ServerError) -> ExecutionResult {
        var request: CasRequest?
        var resolved: [(Modification, TermEvaluator)] = []
        for (modification, given) in writes {
            var evaluator = given
            let modification = try modification.json?.resolved(modification, &evaluator) ?? modification
            let keys = try modification.restrictions.keys(&evaluator)
            guard let key = keys.first else { continue }
            guard keys.count == 1 else {
                throw .invalid(
                    isBatch
                        ? "Batch with conditions cannot span multiple partitions (you cannot use IN on the partition key)"
                        : "IN on the partition key is not supported with conditional \(modification.plural)"
                )
            }
            var current = request ?? CasRequest(table: modification.table, key: key, isBatch: isBatch)
            guard current.key == key else { throw .invalid("Batch with conditions cannot span multiple partitions") }
            try current.add(modification, &evaluator)
            request = current
            resolved.append((modification, evaluator))
        }
        guard let request, let id = request.table.id else { return ExecutionResult(.void) }
        guard let second = writes.first?.evaluator.identifiers.second else { return ExecutionResult(.void) }
        // Let go of before it is written, so that it is not copied then.
        var partition = tables[id]?.partition(request.key)
        guard try request.holds(partition, at: second) else {
            return ExecutionResult(.rows(request.result(applied: false, partition, at: second)))
        }
        partition = nil
        var mutations: [Mutation] = []
        for (modification, evaluator) in resolved {
            // The time of a conditional write is that of its ballot, whatever the client says.
            mutations += try self.mutations(modification, evaluator.identifiers.now, evaluator)
        }
        apply(mutations)
        return ExecutionResult(.rows(request.result(applied: true, nil, at: second)))
    }
}

extension ExecutionContext {
    /// Checks the level of a write.
    ///
    /// - Throws: What the server says of a level at which nothing is written (`ConsistencyLevel.validateForWrite`).
    func checkWriteConsistency(isConditional: Bool) throws(ServerError) {
        guard consistency.isSerial else { return }
        throw .invalid(
            isConditional
                ? "\(consistency) is not supported as conditional update commit consistency. Use ANY if you mean "
                    + "\"make sure it is accepted but I don't care how many replicas commit it for non-SERIAL reads\""
                : "You must use conditional updates for serializable writes"
        )
    }
}
