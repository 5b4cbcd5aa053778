/// CREATE and DROP FUNCTION, and DROP AGGREGATE.
extension Parser {
    /// Reads what follows CREATE [OR REPLACE] FUNCTION.
    mutating func createFunction(orReplace: Bool) throws(SyntaxError) -> CreateFunction {
        let ifNotExists = try ifNotExists()
        let name = try qualifiedName("the name of a function", .function)
        let arguments = try functionArguments()
        let isCalledOnNull = try nullInput()
        try expect(.returns)
        let returnType = try type()
        try expect(.language)
        let language = try language()
        try expect(.as)
        let body = try string("the function's body as a string").text
        return CreateFunction(
            name: name,
            orReplace: orReplace,
            ifNotExists: ifNotExists,
            arguments: arguments,
            isCalledOnNull: isCalledOnNull,
            returnType: returnType,
            language: language,
            body: body
        )
    }

    private mutating func functionArguments() throws(SyntaxError) -> [FunctionArgument] {
        try expect(.leftParenthesis, "`(` and the arguments")
        var arguments: [FunctionArgument] = []
        if skip(.rightParenthesis) { return arguments }
        repeat {
            let name = try name("the name of an argument")
            arguments.append(FunctionArgument(name: name, type: try type()))
        } while skip(.comma)
        try expect(.rightParenthesis, "`,` or `)`")
        return arguments
    }

    /// Reads `CALLED ON NULL INPUT` or `RETURNS NULL ON NULL INPUT`.
    private mutating func nullInput() throws(SyntaxError) -> Bool {
        let isCalled = skip(.called)
        if !isCalled {
            guard skip(.returns) else {
                throw unexpected(among: ["CALLED ON NULL INPUT", "RETURNS NULL ON NULL INPUT"])
            }
            try expect(.null)
        }
        try expect(.on)
        try expect(.null)
        try expect(.input)
        return isCalled
    }

    /// Reads a bare word that is none of the grammar.
    private mutating func language() throws(SyntaxError) -> String {
        guard kind == .identifier, keyword.map({ $0.role(in: release ?? .v311) == .identifier }) ?? !isExpression else {
            throw unexpected("the name of a language without quotes")
        }
        let language = CQLIdentifier.folded(bytes, in: range)
        advance()
        return language
    }

    /// Reads what follows DROP FUNCTION and DROP AGGREGATE.
    mutating func dropFunction(_ expected: String) throws(SyntaxError) -> DropFunction {
        let ifExists = try ifExists()
        let name = try qualifiedName(expected, .function)
        let types = kind == .leftParenthesis ? try argumentTypes() : nil
        return DropFunction(name: name, argumentTypes: types, ifExists: ifExists)
    }

    /// Reads the types of arguments in brackets; there may be nothing in them.
    mutating func argumentTypes() throws(SyntaxError) -> [TypeExpression] {
        try expect(.leftParenthesis, "`(` and the types of the arguments")
        var types: [TypeExpression] = []
        if skip(.rightParenthesis) { return types }
        repeat { types.append(try type()) } while skip(.comma)
        try expect(.rightParenthesis, "`,` or `)`")
        return types
    }
}
