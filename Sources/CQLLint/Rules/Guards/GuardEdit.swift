import CQLSyntax

extension Statement {
    /// Puts a guard such as `IF EXISTS` behind the words that name the kind of object; none where they are not found.
    func insertion(ofGuard words: String) -> [TextEdit] {
        for token in significantTokens.prefix(6) {
            switch token.keyword {
            case .keyspace, .schema, .table, .columnfamily, .type, .index, .view, .function, .aggregate, .trigger,
                .role,
                .user, .identity:
                return [.insertion(" \(words)", at: token.range.upperBound)]
            default: continue
            }
        }
        return []
    }
}
