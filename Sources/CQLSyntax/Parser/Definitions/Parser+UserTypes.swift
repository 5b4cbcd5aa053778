/// CREATE TYPE and ALTER TYPE.
extension Parser {
    /// Reads what follows CREATE TYPE.
    mutating func createType() throws(SyntaxError) -> CreateType {
        let ifNotExists = try ifNotExists()
        let name = try typeName()
        try expect(.leftParenthesis, "`(` and the fields")
        var fields: [FieldDefinition] = []
        repeat {
            // Commas too many are read by every release, but for one in front of the first field.
            if kind == .comma || kind == .rightParenthesis, !fields.isEmpty { continue }
            fields.append(try fieldDefinition())
        } while skip(.comma)
        try expect(.rightParenthesis, "`,` or `)`")
        return CreateType(name: name, ifNotExists: ifNotExists, fields: fields)
    }

    private mutating func fieldDefinition() throws(SyntaxError) -> FieldDefinition {
        let name = try name("the name of a field")
        return FieldDefinition(name: name, type: try type())
    }

    /// Reads what follows ALTER TYPE.
    mutating func alterType() throws(SyntaxError) -> AlterType {
        let ifExists = try ifExists(since: .v41, in: "ALTER TYPE")
        let name = try typeName()
        return AlterType(name: name, ifExists: ifExists, change: try typeChange())
    }

    private mutating func typeChange() throws(SyntaxError) -> AlterType.Change {
        switch keyword {
        case .add:
            advance()
            let ifNotExists = try ifNotExists(since: .v41, in: "ALTER TYPE … ADD")
            return .add(try fieldDefinition(), ifNotExists: ifNotExists)
        case .rename:
            advance()
            let ifExists = try ifExists(since: .v41, in: "ALTER TYPE … RENAME")
            return .rename(try renames("the name of a field"), ifExists: ifExists)
        case .alter:
            if release == .v311 {
                throw SyntaxError(
                    Diagnostic(.syntax, "Cassandra 3.11 refuses to alter the type of a field.", range: range),
                    earlyRefusal: .alteredField)
            }
            advance()
            let field = try name("the name of a field")
            try expect(.type)
            return .alter(FieldDefinition(name: field, type: try type()))
        default: throw unknownSubcommand(of: "ALTER TYPE", among: ["ADD", "RENAME", "ALTER"])
        }
    }
}
