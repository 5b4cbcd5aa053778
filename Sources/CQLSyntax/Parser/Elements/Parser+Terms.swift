/// Values (`term`).
extension Parser {
    /// Reads a value.
    ///
    /// In `c = [1] + c` the value ends in front of `+ c`; `beforeColumn` says that this may be meant.
    mutating func term(_ expected: String = "a value", beforeColumn: Bool = false) throws(SyntaxError) -> Term {
        try descend()
        var term = try product(expected)
        var length = 0
        while let sign = additionSign, !(beforeColumn && sign == .add && isColumn(ahead: 1)) {
            length += 1
            guard length <= Self.chainLimit else { throw chainedTooLong() }
            try require(.v40, "Arithmetic", at: range)
            advance()
            term = .arithmetic(term, sign, try product("a value"))
        }
        ascend()
        return term
    }

    private mutating func product(_ expected: String) throws(SyntaxError) -> Term {
        var term = try factor(expected)
        var length = 0
        while let sign = multiplicationSign {
            length += 1
            guard length <= Self.chainLimit else { throw chainedTooLong() }
            try require(.v40, "Arithmetic", at: range)
            advance()
            term = .arithmetic(term, sign, try factor("a value"))
        }
        return term
    }

    /// The operator between two sums that stands here.
    var additionSign: ArithmeticOperator? {
        switch kind {
        case .plus: .add
        case .minus where !isNegativeConstant: .subtract
        default: nil
        }
    }

    /// The operator between two factors that stands here.
    var multiplicationSign: ArithmeticOperator? {
        switch kind {
        case .star: .multiply
        case .slash: .divide
        case .percent: .remainder
        default: nil
        }
    }

    private mutating func factor(_ expected: String) throws(SyntaxError) -> Term {
        if kind == .minus {
            if let constant = try constant() { return .constant(constant) }
            try require(.v40, "A minus in front of a value", at: range)
            advance()
            return .negated(try simpleTerm("a value"))
        }
        return try simpleTerm(expected)
    }

    mutating func simpleTerm(_ expected: String) throws(SyntaxError) -> Term {
        switch kind {
        case .bindMarker?, .colon?: return .bindMarker(try bindMarker())
        case .leftBracket?: return try listTerm()
        case .leftBrace?: return try braceTerm()
        case .leftParenthesis?: return try parenthesisTerm()
        case .identifier? where keyword == .null:
            advance()
            return .null
        default:
            if let constant = try constant() { return .constant(constant) }
            return try callTerm(expected)
        }
    }

    /// Reads `?` or `:name`.
    mutating func bindMarker() throws(SyntaxError) -> BindMarker {
        let index = position.markers
        position.markers += 1
        if skip(.bindMarker) { return BindMarker(index: index) }
        try expect(.colon, "a bind marker")
        return BindMarker(name: try name("the name of a bind marker"), index: index)
    }

    private mutating func listTerm() throws(SyntaxError) -> Term {
        advance()
        if skip(.rightBracket) { return .list([]) }
        let elements = try terms()
        try expect(.rightBracket, "`,` or `]`")
        return .list(elements)
    }

    /// Reads one or more values with commas between them.
    mutating func terms() throws(SyntaxError) -> [Term] {
        var terms = [try term()]
        while skip(.comma) { terms.append(try term()) }
        return terms
    }

    private mutating func braceTerm() throws(SyntaxError) -> Term {
        advance()
        if skip(.rightBrace) { return .set([]) }
        if isName(), nextKind == .colon { return try userTypeTerm() }
        let first = try term()
        guard skip(.colon) else {
            var elements = [first]
            while skip(.comma) { elements.append(try term()) }
            try expect(.rightBrace, elements.count == 1 ? "`,`, `:` or `}`" : "`,` or `}`")
            return .set(elements)
        }
        var entries = [Term.MapEntry(key: first, value: try term())]
        while skip(.comma) {
            let key = try term()
            try expect(.colon, "`:` and a value")
            entries.append(Term.MapEntry(key: key, value: try term()))
        }
        try expect(.rightBrace, "`,` or `}`")
        return .map(entries)
    }

    private mutating func userTypeTerm() throws(SyntaxError) -> Term {
        var fields: [Term.FieldValue] = []
        repeat {
            let field = try name("the name of a field")
            try expect(.colon, "`:` and a value")
            fields.append(Term.FieldValue(field: field, value: try term()))
        } while skip(.comma)
        try expect(.rightBrace, "`,` or `}`")
        return .userType(fields)
    }

    private mutating func parenthesisTerm() throws(SyntaxError) -> Term {
        if let type = try typeHint() { return .hint(type, try simpleTermBelow()) }
        return .tuple(try tupleTerms())
    }

    private mutating func simpleTermBelow() throws(SyntaxError) -> Term {
        try descend()
        let term = try simpleTerm("a value")
        ascend()
        return term
    }

    /// Reads `(a, b)`.
    mutating func tupleTerms() throws(SyntaxError) -> [Term] {
        try expect(.leftParenthesis, "`(`")
        let elements = try terms()
        try expect(.rightParenthesis, "`,` or `)`")
        return elements
    }

    /// Reads `(type)` if a value follows it, otherwise nothing.
    private mutating func typeHint() throws(SyntaxError) -> TypeExpression? {
        let start = position
        let level = depth
        advance()
        // Nothing else than a type begins with these.
        guard kind == .identifier || kind == .quotedIdentifier || kind == .stringLiteral || kind == .dollarString else {
            position = start
            return nil
        }
        if let type = try? type(), skip(.rightParenthesis), beginsSimpleTerm { return type }
        position = start
        depth = level
        return nil
    }

    private var beginsSimpleTerm: Bool {
        switch kind {
        case .stringLiteral?, .dollarString?, .integer?, .float?, .duration?, .uuid?, .hexBlob?, .leftParenthesis?,
            .leftBracket?, .leftBrace?, .bindMarker?:
            true
        case .colon?: namedMarkerFollows
        case .minus?: isNegativeConstant
        case .identifier?:
            keyword == .null || keyword == .true || keyword == .false || keyword == .nan || keyword == .infinity
                || beginsCall
        case .quotedIdentifier?: beginsCall
        default: false
        }
    }

    /// Whether a colon is that of `:name`, and not the one between a key of a map and its value.
    private var namedMarkerFollows: Bool {
        var ahead = self
        ahead.advance()
        return ahead.isName() && !ahead.beginsCall
    }

    /// Whether `-NaN` or `-Infinity` stands here, which are one token each to the servers' lexers; to that of 3.11 also
    /// with a blank inside.
    var isNegativeConstant: Bool {
        guard kind == .minus, let next = token(ahead: 1), next.kind == .identifier,
            next.range.lowerBound == range.upperBound || release == .v311,
            let word = next.keyword
        else { return false }
        return word == .nan || word == .infinity
    }

    /// Whether `f(` or `keyspace.f(` stands here.
    var beginsCall: Bool {
        switch nextKind {
        case .leftParenthesis: isName(.function) || keyword == .cast
        case .dot: isName() && kind(ahead: 3) == .leftParenthesis
        default: false
        }
    }

    /// Whether the token `distance` behind the current one is a column rather than the beginning of a value.
    private func isColumn(ahead distance: Int) -> Bool {
        var ahead = self
        for _ in 0..<distance { ahead.advance() }
        return ahead.isColumn && !ahead.beginsCall
    }

    private mutating func callTerm(_ expected: String) throws(SyntaxError) -> Term {
        if keyword == .cast, nextKind == .leftParenthesis { return try castTerm() }
        guard beginsCall else {
            guard isName() else { throw unexpected(expected) }
            throw unexpected(expected, hint: "Text is written in single quotes.")
        }
        let function = try qualifiedName("the name of a function", .function)
        return .call(FunctionCall(function, try arguments()))
    }

    /// Reads `(a, b)` behind the name of a function; there may be nothing in it.
    mutating func arguments() throws(SyntaxError) -> [Term] {
        try expect(.leftParenthesis, "`(`")
        if skip(.rightParenthesis) { return [] }
        let arguments = try terms()
        try expect(.rightParenthesis, "`,` or `)`")
        return arguments
    }
}

extension Parser {
    private mutating func castTerm() throws(SyntaxError) -> Term {
        try require(.v40, "`CAST` of a value", at: range)
        advance()
        advance()
        let value = try simpleTermBelow()
        try expect(.as)
        let type = try nativeType()
        try expect(.rightParenthesis, "`)`")
        return .cast(value, type)
    }
}
