/// COMMENT ON and SECURITY LABEL ON (6.0).
extension Parser {
    /// Reads what follows COMMENT, which begins at `start`.
    mutating func comment(from start: Range<Int>) throws(SyntaxError) -> Annotation {
        try require(.v60, "`COMMENT ON`", at: start)
        return try annotation(.comment)
    }

    /// Reads what follows SECURITY, which begins at `start`.
    mutating func securityLabel(from start: Range<Int>) throws(SyntaxError) -> Annotation {
        try require(.v60, "`SECURITY LABEL`", at: start)
        try expect(.label)
        var provider: Name?
        if skip(.for) { provider = try name("the name of a provider") }
        return try annotation(.securityLabel(provider: provider))
    }

    private mutating func annotation(_ kind: Annotation.Kind) throws(SyntaxError) -> Annotation {
        try expect(.on)
        let target = try annotationTarget()
        try expect(.is)
        let text = skip(.null) ? nil : try string("a string or `NULL`").text
        return Annotation(kind, on: target, text: text)
    }

    private mutating func annotationTarget() throws(SyntaxError) -> Annotation.Target {
        let word = keyword
        switch word {
        case .keyspace, .table, .columnfamily, .column, .type, .field: advance()
        default: throw unexpected(among: ["KEYSPACE", "TABLE", "COLUMN", "TYPE", "FIELD"])
        }
        switch word {
        case .keyspace: return .keyspace(try name("the name of a keyspace"))
        case .column:
            let table = try owner("the name of a table and a column")
            return .column(table, try column())
        case .type: return .type(try typeName())
        case .field:
            let type = try owner("the name of a type and a field", .type)
            return .field(type, try name("the name of a field"))
        default: return .table(try qualifiedName("the name of a table"))
        }
    }

    /// Reads `k.t.` or `t.`.
    private mutating func owner(_ expected: String, _ role: NameRole = .any) throws(SyntaxError) -> QualifiedName {
        let isQualified = kind(ahead: 3) == .dot
        let first = try name(expected, isQualified ? .any : role)
        try expect(.dot, "`.`")
        guard isQualified else { return QualifiedName(first) }
        let second = try name(expected, role)
        try expect(.dot, "`.`")
        return QualifiedName(keyspace: first, second)
    }
}
