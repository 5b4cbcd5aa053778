/// WHERE.
extension Parser {
    /// Reads `a = 1 AND …`.
    mutating func relations() throws(SyntaxError) -> [Relation] {
        var relations: [Relation] = []
        repeat {
            // In brackets it is none.
            if kind == .identifier, keyword == nil, isExpression {
                relations.append(try customRelation())
            } else {
                relations.append(try relation())
            }
        } while skip(.and)
        return relations
    }

    private mutating func relation() throws(SyntaxError) -> Relation {
        if kind == .leftParenthesis { return try parenthesisRelation() }
        if keyword == .token { return try tokenRelation() }
        let column = try column("a column name, `token(` or `(`")
        if let comparison = comparison() { return .column(column, comparison, try term()) }
        switch kind {
        case .leftBracket?:
            advance()
            let key = try term()
            try expect(.rightBracket, "`]`")
            let comparison = try comparison("a comparison such as `=`")
            return .element(column, key, comparison, try term())
        case .identifier?: return try wordRelation(column)
        default: throw unexpectedComparison()
        }
    }

    private mutating func wordRelation(_ column: Name) throws(SyntaxError) -> Relation {
        let start = range
        switch keyword {
        case .in:
            advance()
            return .columnIn(column, try values())
        case .like:
            advance()
            return .like(column, try term())
        case .contains:
            advance()
            return skip(.key) ? .containsKey(column, try term()) : .contains(column, try term())
        case .is:
            advance()
            try expect(.not)
            try expect(.null)
            return .isNotNull(column)
        case .between:
            try require(.v60, "`BETWEEN`", at: start)
            advance()
            let low = try term()
            try expect(.and)
            return .columnBetween(column, low, try term())
        case .not:
            advance()
            if skip(.in) {
                try require(.v60, "`NOT IN`", at: start)
                return .columnNotIn(column, try values())
            }
            guard skip(.contains) else { throw unexpected(among: ["IN", "CONTAINS"]) }
            try require(.v60, "`NOT CONTAINS`", at: start)
            let isKey = skip(.key)
            return .notContains(column, try term(), isKey: isKey)
        default: throw unexpectedComparison()
        }
    }

    private func unexpectedComparison() -> SyntaxError {
        unexpected(
            "a comparison such as `=` or `IN`",
            hint: nearMiss(among: ["IN", "LIKE", "CONTAINS", "IS", "BETWEEN", "NOT"])
        )
    }

    /// Steps over `=`, `<` and so on, or returns nil where none stands.
    mutating func comparison() -> ComparisonOperator? {
        let comparison: ComparisonOperator
        switch kind {
        case .equal?: comparison = .equal
        case .notEqual?: comparison = .notEqual
        case .less?: comparison = .less
        case .lessOrEqual?: comparison = .lessOrEqual
        case .greater?: comparison = .greater
        case .greaterOrEqual?: comparison = .greaterOrEqual
        default: return nil
        }
        advance()
        return comparison
    }

    mutating func comparison(_ expected: String) throws(SyntaxError) -> ComparisonOperator {
        guard let comparison = comparison() else { throw unexpected(expected) }
        return comparison
    }

    /// Reads what stands behind IN.
    mutating func values() throws(SyntaxError) -> Relation.Values {
        if kind == .bindMarker || kind == .colon { return .bindMarker(try bindMarker()) }
        try expect(.leftParenthesis, "`(` or a bind marker")
        if skip(.rightParenthesis) { return .terms([]) }
        let terms = try terms()
        try expect(.rightParenthesis, "`,` or `)`")
        return .terms(terms)
    }

    private mutating func customRelation() throws(SyntaxError) -> Relation {
        advance()
        advance()
        let index = QualifiedName(try name("the name of an index"))
        try expect(.comma, "`,`")
        let value = try term()
        try expect(.rightParenthesis, "`)`")
        return .custom(index, value)
    }

    private mutating func tokenRelation() throws(SyntaxError) -> Relation {
        advance()
        let columns = try columnTuple()
        let start = range
        if skip(.between) {
            try require(.v60, "`BETWEEN`", at: start)
            let low = try term()
            try expect(.and)
            return .tokenBetween(columns, low, try term())
        }
        let comparison = try comparison("a comparison such as `=`")
        return .token(columns, comparison, try term())
    }

    private mutating func columnTuple() throws(SyntaxError) -> [Name] {
        try expect(.leftParenthesis, "`(`")
        var columns = [try column()]
        while skip(.comma) { columns.append(try column()) }
        try expect(.rightParenthesis, "`,` or `)`")
        return columns
    }

    /// Reads `(a, b) = …`, or a relation in brackets, which mean nothing.
    private mutating func parenthesisRelation() throws(SyntaxError) -> Relation {
        let next = kind(ahead: 2)
        guard next == .comma || next == .rightParenthesis else {
            try descend()
            advance()
            let relation = try relation()
            try expect(.rightParenthesis, "`)`")
            ascend()
            return relation
        }
        let columns = try columnTuple()
        if let comparison = comparison() { return .tuple(columns, comparison, try tupleValue()) }
        let start = range
        if skip(.in) { return .tupleIn(columns, try tupleValues()) }
        if skip(.not, .in) {
            try require(.v60, "`NOT IN`", at: start)
            return .tupleNotIn(columns, try tupleValues())
        }
        if skip(.between) {
            try require(.v60, "`BETWEEN`", at: start)
            let low = try tupleValue()
            try expect(.and)
            return .tupleBetween(columns, low, try tupleValue())
        }
        throw unexpectedComparison()
    }

    private mutating func tupleValue() throws(SyntaxError) -> Term {
        if kind == .bindMarker || kind == .colon { return .bindMarker(try bindMarker()) }
        guard kind == .leftParenthesis else { throw unexpected("`(` or a bind marker") }
        return .tuple(try tupleTerms())
    }

    /// Reads what stands behind IN of several columns: tuples, or bind markers for tuples, not both.
    private mutating func tupleValues() throws(SyntaxError) -> Relation.Values {
        if kind == .bindMarker || kind == .colon { return .bindMarker(try bindMarker()) }
        try expect(.leftParenthesis, "`(` or a bind marker")
        if skip(.rightParenthesis) { return .terms([]) }
        let areMarkers = kind == .bindMarker || kind == .colon
        var values: [Term] = []
        repeat {
            let value: Term
            if areMarkers {
                value = .bindMarker(try bindMarker())
            } else {
                value = .tuple(try tupleTerms())
            }
            values.append(value)
        } while skip(.comma)
        try expect(.rightParenthesis, "`,` or `)`")
        return .terms(values)
    }
}
