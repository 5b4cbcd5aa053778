/// DESCRIBE.
extension Parser {
    /// Reads what follows DESCRIBE, which begins at `start`.
    mutating func describe(from start: Range<Int>) throws(SyntaxError) -> Describe {
        try require(.v40, "`DESCRIBE` as a statement of the server", at: start)
        let target = try describeTarget()
        var withInternals = false
        if skip(.with) {
            try expect(.internals)
            withInternals = true
        }
        return Describe(target, withInternals: withInternals)
    }

    private mutating func describeTarget() throws(SyntaxError) -> Describe.Target {
        switch keyword {
        case .full:
            advance()
            try expect(.schema)
            return .schema(isFull: true)
        case .schema:
            advance()
            return .schema(isFull: false)
        case .cluster: return list(.cluster)
        case .keyspaces: return list(.list(.keyspaces))
        case .tables, .columnfamilies: return list(.list(.tables))
        case .types: return list(.list(.types))
        case .functions: return list(.list(.functions))
        case .aggregates: return list(.list(.aggregates))
        case .only:
            guard nextKeyword == .keyspace else { break }
            advance()
            advance()
            return .keyspace(try describedKeyspace(), isOnly: true)
        case .keyspace:
            advance()
            return .keyspace(try describedKeyspace(), isOnly: false)
        case .table, .columnfamily: return try object(.table)
        case .index: return try object(.index)
        case .materialized:
            advance()
            guard keyword == .view else { throw missing(.view) }
            return try object(.materializedView)
        case .type where beginsName(.type):
            advance()
            return .object(.type, try typeName())
        case .function where beginsName(.function): return try object(.function, .function)
        case .aggregate where beginsName(.function): return try object(.aggregate, .function)
        default: break
        }
        return .anything(try qualifiedName("what to describe"))
    }

    /// Whether the word is followed by a name, and so is none itself.
    private func beginsName(_ role: NameRole) -> Bool {
        var ahead = self
        ahead.advance()
        return ahead.isName(role) || ahead.isName()
    }

    private mutating func list(_ target: Describe.Target) -> Describe.Target {
        advance()
        return target
    }

    private mutating func describedKeyspace() throws(SyntaxError) -> Name? {
        isName() ? try name("the name of a keyspace") : nil
    }

    private mutating func object(_ kind: ObjectKind, _ role: NameRole = .any) throws(SyntaxError) -> Describe.Target {
        advance()
        return .object(kind, try qualifiedName("the name of what to describe", role))
    }
}
