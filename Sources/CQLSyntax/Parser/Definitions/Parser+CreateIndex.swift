/// CREATE INDEX and CREATE CUSTOM INDEX.
extension Parser {
    /// Reads what follows CREATE [CUSTOM] INDEX.
    mutating func createIndex(isCustom: Bool) throws(SyntaxError) -> CreateIndex {
        let ifNotExists = try ifNotExists()
        var name: Name?
        if keyword != .on { name = try self.name("the name of an index or `ON`") }
        try expect(.on)
        let table = try qualifiedName("the name of a table")
        try expect(.leftParenthesis, "`(` and what is indexed")
        var targets: [CreateIndex.Target] = []
        if kind != .rightParenthesis {
            repeat { targets.append(try indexTarget()) } while skip(.comma)
        }
        try expect(.rightParenthesis, targets.isEmpty ? "a column name or `)`" : "`,` or `)`")
        var using: Constant?
        if skip(.using) { using = try string("the index's class in single quotes") }
        var properties: [Property] = []
        if skip(.with) { properties = try self.properties() }
        return CreateIndex(
            name: name,
            ifNotExists: ifNotExists,
            table: table,
            targets: targets,
            isCustom: isCustom,
            using: using,
            properties: properties
        )
    }

    private mutating func indexTarget() throws(SyntaxError) -> CreateIndex.Target {
        guard nextKind == .leftParenthesis else { return .column(try column()) }
        let part = keyword
        switch part {
        case .values, .keys, .entries, .full: break
        default:
            throw unexpected(
                "a column name, `values(`, `keys(`, `entries(` or `full(`",
                hint: nearMiss(among: ["VALUES", "KEYS", "ENTRIES", "FULL"])
            )
        }
        advance()
        advance()
        let column = try column()
        try expect(.rightParenthesis, "`)`")
        return switch part {
        case .keys: .keys(column)
        case .entries: .entries(column)
        case .full: .full(column)
        default: .values(column)
        }
    }
}
