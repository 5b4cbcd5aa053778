/// IF.
extension Parser {
    /// Reads the IF clause of UPDATE and DELETE where it stands.
    mutating func condition() throws(SyntaxError) -> Condition {
        guard skip(.if) else { return .none }
        // `exists` may be a column as well.
        if keyword == .exists, !comparisonFollows {
            advance()
            return .ifExists
        }
        var conditions: [ColumnCondition] = []
        repeat { conditions.append(try columnCondition()) } while skip(.and)
        return .columns(conditions)
    }

    private var comparisonFollows: Bool {
        switch nextKind {
        case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual, .leftBracket, .dot: true
        default: nextKeyword == .in || nextKeyword == .contains
        }
    }

    private mutating func columnCondition() throws(SyntaxError) -> ColumnCondition {
        let column = try column("`EXISTS` or a column name")
        if skip(.leftBracket) {
            let key = try term()
            try expect(.rightBracket, "`]`")
            return ColumnCondition(.element(column, key), try conditionTest())
        }
        if skip(.dot) {
            let field = try name("the name of a field")
            return ColumnCondition(.field(column, field), try conditionTest())
        }
        let start = range
        if skip(.contains) {
            try require(.v41, "`CONTAINS` in a condition", at: start)
            let isKey = skip(.key)
            let value = try term()
            return ColumnCondition(.column(column), isKey ? .containsKey(value) : .contains(value))
        }
        return ColumnCondition(.column(column), try conditionTest())
    }

    private mutating func conditionTest() throws(SyntaxError) -> ColumnCondition.Test {
        if skip(.in) { return .isIn(try values()) }
        guard let comparison = comparison() else {
            throw unexpected("a comparison such as `=` or `IN`", hint: nearMiss(among: ["IN", "CONTAINS"]))
        }
        return .compare(comparison, try term())
    }
}
