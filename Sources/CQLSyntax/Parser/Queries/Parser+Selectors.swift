/// What a SELECT computes (`unaliasedSelector`).
extension Parser {
    /// Reads a selector.
    mutating func selector(_ expected: String = "a selector") throws(SyntaxError) -> Selector {
        try descend()
        var selector = try selectorProduct(expected)
        var length = 0
        while let sign = additionSign {
            length += 1
            guard length <= Self.chainLimit else { throw chainedTooLong() }
            try require(.v40, "Arithmetic", at: range)
            advance()
            selector = .arithmetic(selector, sign, try selectorProduct("a selector"))
        }
        ascend()
        return selector
    }

    private mutating func selectorProduct(_ expected: String) throws(SyntaxError) -> Selector {
        var selector = try selectorFactor(expected)
        var length = 0
        while let sign = multiplicationSign {
            length += 1
            guard length <= Self.chainLimit else { throw chainedTooLong() }
            try require(.v40, "Arithmetic", at: range)
            advance()
            selector = .arithmetic(selector, sign, try selectorFactor("a selector"))
        }
        return selector
    }

    private mutating func selectorFactor(_ expected: String) throws(SyntaxError) -> Selector {
        if kind == .minus, !isNegativeConstant {
            try require(.v40, "A minus in front of a selector", at: range)
            try descend()
            advance()
            let negated = Selector.negated(try selectorFactor("a selector"))
            ascend()
            return negated
        }
        return try modified(try simpleSelector(expected))
    }

    /// Reads what of a row a transaction refers to.
    mutating func referenceSelection() throws(SyntaxError) -> Selector {
        try modified(try simpleSelector("a column name"))
    }

    /// Reads `.field`, `[key]` and `[from..to]` behind a selector.
    private mutating func modified(_ base: Selector) throws(SyntaxError) -> Selector {
        var selector = base
        var length = 0
        while true {
            guard kind == .dot || kind == .leftBracket else { return selector }
            length += 1
            guard length <= Self.chainLimit else { throw chainedTooLong() }
            if kind == .dot, literals > 0 { try require(.v40, "A field inside of brackets", at: range) }
            if skip(.dot) {
                selector = .field(selector, try name("the name of a field"))
            } else {
                try require(.v40, "An element or a slice of a collection", at: range)
                selector = try element(of: selector)
            }
        }
    }

    private mutating func element(of selector: Selector) throws(SyntaxError) -> Selector {
        advance()
        if skip(.range) {
            let upper = try term()
            try expect(.rightBracket, "`]`")
            return .slice(selector, from: nil, to: upper)
        }
        let lower = try term()
        guard skip(.range) else {
            try expect(.rightBracket, "`..` or `]`")
            return .element(selector, lower)
        }
        var upper: Term?
        if kind != .rightBracket { upper = try term() }
        try expect(.rightBracket, "`]`")
        return .slice(selector, from: lower, to: upper)
    }

    private mutating func simpleSelector(_ expected: String) throws(SyntaxError) -> Selector {
        switch kind {
        case .bindMarker?, .colon?: return .term(.bindMarker(try bindMarker()))
        case .leftParenthesis?, .leftBracket?, .leftBrace?: return try bracketSelector()
        case .identifier? where keyword == .null:
            advance()
            return .term(.null)
        default: break
        }
        if let constant = try constant() { return .term(.constant(constant)) }
        if let call = try functionSelector() { return call }
        // The names of fields are none.
        if literals > 0, nextKind != .colon { try require(.v40, "A column inside of brackets", at: range) }
        return .column(try selectedColumn(expected))
    }

    /// Only 3.11 selects the column of old tables whose name is empty.
    private mutating func selectedColumn(_ expected: String) throws(SyntaxError) -> Name {
        knows(.v40) && release != nil ? try name(expected) : try column(expected)
    }

    private mutating func bracketSelector() throws(SyntaxError) -> Selector {
        literals += 1
        let selector: Selector
        switch kind {
        case .leftParenthesis: selector = try parenthesisSelector()
        case .leftBrace: selector = try braceSelector()
        default: selector = try listSelector()
        }
        literals -= 1
        return selector
    }

    private mutating func listSelector() throws(SyntaxError) -> Selector {
        advance()
        if skip(.rightBracket) { return .list([]) }
        let elements = try selectors()
        try expect(.rightBracket, "`,` or `]`")
        return .list(elements)
    }

    /// Reads one or more selectors with commas between them.
    private mutating func selectors() throws(SyntaxError) -> [Selector] {
        var selectors = [try selector()]
        while skip(.comma) { selectors.append(try selector()) }
        return selectors
    }

    private mutating func parenthesisSelector() throws(SyntaxError) -> Selector {
        if let hint = try hintSelector() { return hint }
        advance()
        let elements = try selectors()
        try expect(.rightParenthesis, "`,` or `)`")
        return .tuple(elements)
    }

    /// Reads `(type) selector`, or nothing where that is something else.
    private mutating func hintSelector() throws(SyntaxError) -> Selector? {
        switch nextKind {
        case .identifier?, .quotedIdentifier?, .stringLiteral?, .dollarString?: break
        default: return nil
        }
        let start = self
        advance()
        if let type = try? type(), skip(.rightParenthesis), beginsSimpleSelector {
            try descend()
            if let operand = try hintOperand() {
                ascend()
                return .hint(type, operand)
            }
        }
        self = start
        return nil
    }

    private mutating func hintOperand() throws(SyntaxError) -> Selector? {
        let start = range
        do throws(SyntaxError) {
            let operand = try simpleSelector("a selector")
            if literals == 1, case .call = operand { try require(.v40, "A call behind a type in brackets", at: start) }
            return operand
        } catch {
            // That is no question of what was meant.
            if error.diagnostic.code == .nesting { throw error }
            return nil
        }
    }

    private var beginsSimpleSelector: Bool {
        switch kind {
        case .stringLiteral?, .dollarString?, .integer?, .float?, .duration?, .uuid?, .hexBlob?, .leftParenthesis?,
            .leftBracket?, .leftBrace?, .bindMarker?, .colon?, .quotedIdentifier?:
            true
        case .minus?: isNegativeConstant
        case .identifier?:
            switch keyword {
            case .token, .null, .true, .false, .nan, .infinity: true
            // An alias follows brackets as well, and so does PER PARTITION LIMIT.
            case .as: !aliasFollows
            case .per: nextKeyword != .partition
            default: isName()
            }
        default: false
        }
    }

    /// Whether an alias follows the `as` that stands here, which may be a column as well.
    private var aliasFollows: Bool {
        var ahead = self
        ahead.advance()
        return ahead.isName() && ahead.keyword != .as
    }

    private mutating func braceSelector() throws(SyntaxError) -> Selector {
        advance()
        if skip(.rightBrace) { return .set([]) }
        let first = try selector()
        guard skip(.colon) else {
            var elements = [first]
            while skip(.comma) { elements.append(try selector()) }
            try expect(.rightBrace, elements.count == 1 ? "`,`, `:` or `}`" : "`,` or `}`")
            return .set(elements)
        }
        var entries = [Selector.MapEntry(key: first, value: try selector())]
        while skip(.comma) {
            let key = try selector()
            try expect(.colon, "`:` and a selector")
            entries.append(Selector.MapEntry(key: key, value: try selector()))
        }
        try expect(.rightBrace, "`,` or `}`")
        return .map(entries)
    }

    /// Reads a call, or nothing where none stands here.
    private mutating func functionSelector() throws(SyntaxError) -> Selector? {
        if nextKind == .leftParenthesis {
            switch keyword {
            case .count? where kind(ahead: 2) == .star:
                advance()
                advance()
                advance()
                try expect(.rightParenthesis, "`)`")
                return .countRows
            case .writetime?: return .writeTime(try attributeColumn())
            case .ttl?: return .timeToLive(try attributeColumn())
            case .maxwritetime? where knows(.v50): return .maximumWriteTime(try attributeColumn())
            case .cast?: return try castSelector()
            default: break
            }
        }
        guard beginsCall else { return nil }
        let function = try qualifiedName("the name of a function", .function)
        advance()
        if skip(.rightParenthesis) { return .call(function, []) }
        let arguments = try selectors()
        try expect(.rightParenthesis, "`,` or `)`")
        if function.keyspace == nil, function.name.text == "count", arguments.count == 1,
            case .term(.constant(let constant)) = arguments[0], constant.kind == .integer, constant.text == "1"
        {
            return .countRows
        }
        return .call(function, arguments)
    }

    private mutating func attributeColumn() throws(SyntaxError) -> Selector {
        advance()
        advance()
        let column = Selector.column(try selectedColumn("a column name"))
        if kind == .dot || kind == .leftBracket { try require(.v50, "The time of an element or a field", at: range) }
        let selector = try modified(column)
        try expect(.rightParenthesis, "`)`")
        return selector
    }

    private mutating func castSelector() throws(SyntaxError) -> Selector {
        advance()
        advance()
        let selector = try selector()
        try expect(.as)
        let type = TypeExpression.native(try nativeType())
        try expect(.rightParenthesis, "`)`")
        return .cast(selector, type)
    }
}
