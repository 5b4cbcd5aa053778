/// BATCH.
extension Parser {
    /// Reads what follows BEGIN.
    mutating func batch() throws(SyntaxError) -> BatchTree {
        var kind = BatchTree.Kind.logged
        if skip(.unlogged) { kind = .unlogged } else if skip(.counter) { kind = .counter }
        guard skip(.batch) else {
            throw unexpected(among: kind == .logged ? ["BATCH", "UNLOGGED", "COUNTER"] : ["BATCH"])
        }
        let using = try using()
        var modifications: [BatchTree.Modification] = []
        while let modification = try batchedModification() {
            modifications.append(modification)
            // The `;` between them may be left out, and there is at most one.
            _ = skip(.semicolon)
        }
        guard skip(.apply) else { throw unexpected(among: ["INSERT", "UPDATE", "DELETE", "APPLY BATCH"]) }
        try expect(.batch)
        return BatchTree(kind: kind, using: using, modifications: modifications)
    }

    mutating func batchedModification() throws(SyntaxError) -> BatchTree.Modification? {
        switch keyword {
        case .insert:
            advance()
            return .insert(try insert())
        case .update:
            advance()
            return .update(try update())
        case .delete:
            advance()
            return .delete(try delete())
        default: return nil
        }
    }
}
