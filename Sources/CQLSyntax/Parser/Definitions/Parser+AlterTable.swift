/// ALTER TABLE.
extension Parser {
    /// Reads what follows ALTER TABLE.
    mutating func alterTable() throws(SyntaxError) -> AlterTable {
        let ifExists = try ifExists(since: .v41, in: "ALTER TABLE")
        let name = try qualifiedName("the name of a table")
        return AlterTable(name: name, ifExists: ifExists, change: try tableChange())
    }

    private mutating func tableChange() throws(SyntaxError) -> AlterTable.Change {
        switch keyword {
        case .add:
            advance()
            return try addColumns()
        case .drop:
            advance()
            return try dropColumns()
        case .rename:
            advance()
            let ifExists = try ifExists(since: .v41, in: "ALTER TABLE … RENAME")
            return .rename(try renames("a column name"), ifExists: ifExists)
        case .alter:
            advance()
            return try alterColumn()
        case .with:
            advance()
            return .properties(try properties())
        default:
            throw unknownSubcommand(of: "ALTER TABLE", among: ["ADD", "DROP", "RENAME", "ALTER", "WITH"])
        }
    }

    private mutating func addColumns() throws(SyntaxError) -> AlterTable.Change {
        let ifNotExists = try ifNotExists(since: .v41, in: "ALTER TABLE … ADD")
        var columns: [ColumnDefinition] = []
        if skip(.leftParenthesis) {
            repeat { columns.append(try columnDefinition("a column name", inTable: false)) } while skip(.comma)
            try expect(.rightParenthesis, "`,` or `)`")
        } else {
            columns.append(try columnDefinition("a column name or `(`", inTable: false))
            if kind == .comma { throw unexpected("the end of the statement", hint: "Several columns stand in `(…)`.") }
        }
        return .add(columns, ifNotExists: ifNotExists)
    }

    private mutating func dropColumns() throws(SyntaxError) -> AlterTable.Change {
        if skip(.compact, .storage) { return .dropCompactStorage }
        let ifExists = try ifExists(since: .v41, in: "ALTER TABLE … DROP")
        var columns: [Name] = []
        if skip(.leftParenthesis) {
            repeat { columns.append(try name("a column name")) } while skip(.comma)
            try expect(.rightParenthesis, "`,` or `)`")
        } else {
            columns.append(try name("a column name or `(`"))
            if kind == .comma { throw unexpected("the end of the statement", hint: "Several columns stand in `(…)`.") }
        }
        guard skip(.using) else { return .drop(columns, ifExists: ifExists, timestamp: nil) }
        try expect(.timestamp)
        let timestamp = try integer("microseconds since 1970")
        guard Int64(timestamp.text) != nil else {
            throw failure(
                "`\(timestamp.text)` is no timestamp: it does not fit into 64 bits.", at: timestamp.span.range)
        }
        return .drop(columns, ifExists: ifExists, timestamp: timestamp)
    }

    private mutating func alterColumn() throws(SyntaxError) -> AlterTable.Change {
        let guardRange = range
        let ifExists = try ifExists(since: .v50, in: "ALTER TABLE … ALTER")
        let column = release == .v311 ? try name("a column name") : try column()
        switch keyword {
        case .type where !ifExists:
            advance()
            return .alterType(column, try type(), ifExists: false)
        case .type:
            throw failure("`IF EXISTS` cannot stand in front of a column whose type is altered.", at: guardRange)
        case .masked: return .mask(column, try columnMask(), ifExists: ifExists)
        case .check: return .check(column, try columnConstraints(of: column), ifExists: ifExists)
        case .drop:
            let start = range
            advance()
            if skip(.masked) {
                try require(.v50, "`DROP MASKED`", at: start)
                return .mask(column, nil, ifExists: ifExists)
            }
            guard skip(.check) else { throw unexpected(among: ["MASKED", "CHECK"]) }
            try require(.v60, "`DROP CHECK`", at: start)
            return .check(column, [], ifExists: ifExists)
        default: throw unexpected(among: ["TYPE", "MASKED", "CHECK", "DROP"])
        }
    }

    /// Reads `a TO b AND …`.
    mutating func renames(_ expected: String) throws(SyntaxError) -> [Rename] {
        var renames: [Rename] = []
        repeat {
            let old = try name(expected)
            try expect(.to)
            renames.append(Rename(from: old, to: try name(expected)))
        } while skip(.and)
        return renames
    }
}
