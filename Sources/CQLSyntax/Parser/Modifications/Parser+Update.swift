/// UPDATE.
extension Parser {
    /// Reads what follows UPDATE.
    mutating func update() throws(SyntaxError) -> Update {
        let table = try qualifiedName("the name of a table")
        let using = try using()
        try expect(.set)
        var assignments: [Assignment] = []
        var conflicts = AssignmentConflicts()
        repeat {
            let start = range
            let assignment = try assignment()
            guard conflicts.allows(assignment) else {
                throw duplicate("The column is set twice in ways that exclude each other.", at: start)
            }
            assignments.append(assignment)
        } while skip(.comma)
        try expect(.where)
        let relations = try relations()
        return Update(
            table: table,
            using: using,
            assignments: assignments,
            relations: relations,
            condition: try condition()
        )
    }

    private mutating func assignment() throws(SyntaxError) -> Assignment {
        let column = try column()
        switch kind {
        case .equal?:
            advance()
            return try plainAssignment(to: column)
        case .plusEqual?:
            advance()
            return .append(column, try valueOrReference())
        case .minusEqual?:
            advance()
            return .remove(column, try valueOrReference())
        case .leftBracket?:
            advance()
            let key = try term()
            try expect(.rightBracket, "`]`")
            try expect(.equal, "`=`")
            return .setElement(column, key, try valueOrReference())
        case .dot?:
            advance()
            let field = try name("the name of a field")
            try expect(.equal, "`=`")
            return .setField(column, field, try valueOrReference())
        default: throw unexpected("`=`, `+=`, `-=`, `[` or `.`")
        }
    }

    /// Reads what follows `c =`: a value, `c + value`, `c - value` or `value + c`.
    private mutating func plainAssignment(to column: Name) throws(SyntaxError) -> Assignment {
        if isColumn, !beginsCall, !(keyword == .cast && nextKind == .leftParenthesis) {
            let start = range
            if isInTransaction, ![.plus, .minus, .integer].contains(nextKind) {
                return .set(column, .reference(try rowReference()))
            }
            let operand = try self.column()
            switch kind {
            case .plus?, .minus?:
                let isAddition = kind == .plus
                try requireSame(operand, as: column, at: start)
                advance()
                return isAddition ? .append(column, try term()) : .remove(column, try term())
            case .integer?:
                // `c = c -1`: the minus belongs to the number.
                try requireSame(operand, as: column, at: start)
                return .append(column, .constant(take(.integer)))
            default:
                throw unexpected(
                    "`+` or `-`",
                    hint: "A column is not set from another one; text is written in single quotes."
                )
            }
        }
        let value = try term("a value or the column's own name", beforeColumn: true)
        guard kind == .plus else { return .set(column, value) }
        advance()
        let start = range
        try requireSame(try self.column(), as: column, at: start)
        return .prepend(column, value)
    }

    private func requireSame(_ operand: Name, as column: Name, at range: Range<Int>) throws(SyntaxError) {
        guard operand.text != column.text else { return }
        throw failure(
            "`\(column.text)` can be computed from itself only, and not from `\(operand.text)`.",
            at: range,
            hint: "The forms are `c = c + value`, `c = c - value` and `c = value + c`."
        )
    }
}

/// What was set already: a column as a whole goes with nothing else, and a field is set once.
private struct AssignmentConflicts {
    private var wholeColumns: Set<String> = []
    private var columns: Set<String> = []
    private var fields: Set<[String]> = []

    mutating func allows(_ assignment: Assignment) -> Bool {
        let column: String
        switch assignment {
        case .set(let name, _):
            let isFirst = wholeColumns.insert(name.text).inserted
            return columns.insert(name.text).inserted && isFirst
        case .setField(let name, let field, _):
            guard fields.insert([name.text, field.text]).inserted else { return false }
            column = name.text
        case .append(let name, _), .remove(let name, _), .prepend(let name, _), .setElement(let name, _, _):
            column = name.text
        }
        columns.insert(column)
        return !wholeColumns.contains(column)
    }
}
