public import CQLSyntax

extension ParsedScript {
    /// The statements of both parts that must not run because the tool would lose its memory: all that change or drop
    /// the log or the lock, or what belongs to them, and those that drop the keyspace in which they are.
    ///
    /// - Parameters:
    ///   - historyKeyspace: the keyspace of the log and the lock, as the server knows it (not quoted).
    ///   - targetKeyspace: the keyspace in which names without one are looked up, until a `USE` says otherwise.
    /// - Returns: errors with the code `own-tables`, in the order of the text.
    public func refusals(historyKeyspace: String, targetKeyspace: String) -> [ScriptProblem] {
        [up, down ?? []].flatMap { statements in
            var guarding = OwnTableGuard(historyKeyspace: historyKeyspace, keyspace: targetKeyspace)
            return statements.compactMap { guarding.refusal(of: $0) }.map { ScriptProblem($0, in: source) }
        }
    }
}
