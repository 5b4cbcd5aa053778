/// CHECK (6.0).
extension Parser {
    /// Reads `CHECK a AND b`.
    mutating func columnConstraints() throws(SyntaxError) -> [ColumnConstraint] {
        try require(.v60, "`CHECK`", at: range)
        advance()
        var constraints: [ColumnConstraint] = []
        repeat { constraints.append(try columnConstraint()) } while skip(.and)
        return constraints
    }

    private mutating func columnConstraint() throws(SyntaxError) -> ColumnConstraint {
        if skip(.not) {
            try expect(.null)
            return .notNull
        }
        let name = try name("a column name, a function or `NOT NULL`")
        guard kind == .leftParenthesis else {
            guard let comparison = comparison() else {
                return .function(ColumnConstraint.FunctionConstraint(name: name, arguments: []))
            }
            return .comparison(name, comparison, try constraintValue())
        }
        let function = ColumnConstraint.FunctionConstraint(name: name, arguments: try constraintArguments())
        guard let comparison = comparison() else { return .function(function) }
        return .functionComparison(function, comparison, try constraintValue())
    }

    private mutating func constraintArguments() throws(SyntaxError) -> [String] {
        advance()
        var arguments: [String] = []
        if skip(.rightParenthesis) { return arguments }
        repeat {
            let start = range.lowerBound
            if isName(), !beginsCall {
                throw failure("The values of a constraint's function must be literals, and not \(found).")
            }
            _ = try term("a literal")
            arguments.append(source.text(in: start..<position.previousEnd))
        } while skip(.comma)
        try expect(.rightParenthesis, "`,` or `)`")
        return arguments
    }

    private mutating func constraintValue() throws(SyntaxError) -> Constant {
        guard let constant = try constant() else { throw unexpected("a literal") }
        return constant
    }
}
