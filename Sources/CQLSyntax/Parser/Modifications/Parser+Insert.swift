/// INSERT.
extension Parser {
    /// Reads what follows INSERT.
    mutating func insert() throws(SyntaxError) -> Insert {
        try expect(.into)
        let table = try qualifiedName("the name of a table")
        let values: Insert.Values
        if skip(.json) {
            values = try jsonValues()
        } else {
            values = try columnValues()
        }
        let ifNotExists = try ifNotExists()
        return Insert(table: table, values: values, ifNotExists: ifNotExists, using: try using())
    }

    private mutating func columnValues() throws(SyntaxError) -> Insert.Values {
        guard kind == .leftParenthesis else {
            throw unexpected("`(` and the columns, or `JSON`", hint: nearMiss(among: ["JSON"]))
        }
        advance()
        var columns: [Name] = []
        repeat { columns.append(try column()) } while skip(.comma)
        try expect(.rightParenthesis, "`,` or `)`")
        try expect(.values)
        try expect(.leftParenthesis, "`(` and the values")
        var terms: [Term] = []
        repeat { terms.append(try valueOrReference()) } while skip(.comma)
        try expect(.rightParenthesis, "`,` or `)`")
        return .columns(columns, terms)
    }

    private mutating func jsonValues() throws(SyntaxError) -> Insert.Values {
        let document: Term
        if kind == .bindMarker || kind == .colon {
            document = .bindMarker(try bindMarker())
        } else {
            document = .constant(try string("a JSON document in single quotes or a bind marker"))
        }
        var keepsUnset = false
        if skip(.default) {
            if skip(.unset) {
                keepsUnset = true
            } else if !skip(.null) {
                throw unexpected(among: ["NULL", "UNSET"])
            }
        }
        return .json(document, keepsUnset: keepsUnset)
    }
}
