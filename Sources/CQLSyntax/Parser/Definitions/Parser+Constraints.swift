/// CHECK (6.0).
extension Parser {
    /// Reads `CHECK a AND b` of a column.
    mutating func columnConstraints(of column: Name) throws(SyntaxError) -> [ColumnConstraint] {
        try require(.v60, "`CHECK`", at: range)
        advance()
        var constraints: [ColumnConstraint] = []
        repeat { constraints.append(try columnConstraint(of: column)) } while skip(.and)
        return constraints
    }

    private mutating func columnConstraint(of column: Name) throws(SyntaxError) -> ColumnConstraint {
        if skip(.not) {
            try expect(.null)
            return .notNull
        }
        let name = try name("the column's own name, a function or `NOT NULL`")
        let hasArguments = kind == .leftParenthesis
        let function = ColumnConstraint.FunctionConstraint(
            name: name,
            arguments: hasArguments ? try constraintArguments() : []
        )
        guard let comparison = comparison() else {
            guard Self.unaryFunctions.contains(name.text.lowercased()) else {
                throw unknownFunction(name, among: Self.unaryFunctions)
            }
            return .function(function)
        }
        guard hasArguments else {
            guard name.text == column.text else {
                throw failure(
                    "The constraint of `\(column.text)` compares `\(name.text)`; it can compare its own column only.",
                    at: name.span.range
                )
            }
            return .comparison(name, comparison, try constraintValue())
        }
        guard Self.comparedFunctions.contains(name.text) else {
            throw unknownFunction(name, among: Self.comparedFunctions)
        }
        return .functionComparison(function, comparison, try constraintValue())
    }

    /// The functions of the server that answer themselves.
    private static let unaryFunctions = ["json", "not_null"]

    /// The functions of the server whose result is compared.
    private static let comparedFunctions = ["length", "octet_length", "regexp"]

    private func unknownFunction(_ name: Name, among functions: [String]) -> SyntaxError {
        let near = EditDistance.nearest(to: name.text, among: functions)
        return failure(
            "`\(name.text)` is no function of a constraint \(functions == Self.unaryFunctions ? "without" : "with") a "
                + "comparison.",
            at: name.span.range,
            hint: near.map { "Did you mean `\($0.uppercased())`?" }
        )
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

    /// Reads what a constraint compares with: a literal; the server also reads lists, maps and so on, and refuses them
    /// when it knows the column.
    private mutating func constraintValue() throws(SyntaxError) -> Constant {
        if let constant = try constant() { return constant }
        let start = range.lowerBound
        switch kind {
        case .leftParenthesis?, .leftBracket?, .leftBrace?, .bindMarker?, .colon?: break
        case .identifier? where keyword == .null: break
        default: throw unexpected("a literal")
        }
        _ = try simpleTerm("a literal")
        let whole = start..<position.previousEnd
        return Constant(.word, source.text(in: whole), at: Span(whole))
    }
}
