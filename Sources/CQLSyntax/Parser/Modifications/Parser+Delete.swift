/// DELETE.
extension Parser {
    /// Reads what follows DELETE.
    mutating func delete() throws(SyntaxError) -> Delete {
        var items: [DeletedItem] = []
        if keyword != .from {
            repeat { items.append(try deletedItem()) } while skip(.comma)
        }
        try expect(.from)
        let table = try qualifiedName("the name of a table")
        var timestamp: Term?
        if skip(.using) {
            try expect(.timestamp)
            timestamp = try wholeNumber()
        }
        try expect(.where)
        let relations = try relations()
        return Delete(
            table: table,
            items: items,
            timestamp: timestamp,
            relations: relations,
            condition: try condition()
        )
    }

    private mutating func deletedItem() throws(SyntaxError) -> DeletedItem {
        let column = try column("a column name or `FROM`")
        if skip(.leftBracket) {
            let key = try term()
            try expect(.rightBracket, "`]`")
            return .element(column, key)
        }
        if skip(.dot) { return .field(column, try name("the name of a field")) }
        return .column(column)
    }
}
